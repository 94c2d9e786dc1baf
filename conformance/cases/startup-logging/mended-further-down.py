# note: Parts may be added to LOGGING further down.
LOGGING = {"version": 1, "root": {"handlers": ["console"], "level": "INFO"}}
LOGGING["handlers"] = {"console": {"class": "logging.StreamHandler"}}
