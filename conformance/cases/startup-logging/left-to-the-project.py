# note: With LOGGING_CONFIG of None Django does not look at LOGGING.
LOGGING_CONFIG = None
LOGGING = {"handlers": {"console": {}}}
