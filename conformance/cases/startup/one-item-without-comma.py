# note: Brackets around one text make no tuple.
ALLOWED_HOSTS = ("shop.example")
