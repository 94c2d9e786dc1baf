# note: The version is the number 1.
LOGGING = {"version": "1", "disable_existing_loggers": False}
