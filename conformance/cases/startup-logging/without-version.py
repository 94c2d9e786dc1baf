# note: A logging configuration must give its version.
LOGGING = {"handlers": {"console": {"class": "logging.StreamHandler"}}}
