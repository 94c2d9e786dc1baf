# note: A file handler needs a file name.
LOGGING = {"version": 1, "handlers": {"file": {"class": "logging.FileHandler", "level": "INFO"}}}
