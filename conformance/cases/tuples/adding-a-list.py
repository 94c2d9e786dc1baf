# note: A tuple plus a list is an error.
ALLOWED_HOSTS = ("a",) + ["b"]
