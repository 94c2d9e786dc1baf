# note: A handler needs a class.
LOGGING = {"version": 1, "handlers": {"console": {"level": "DEBUG"}}}
