# note: index names what it did not find.
MIDDLEWARE = ["a", "b"]
AT = MIDDLEWARE.index("django.middleware.common.CommonMiddleware")
