# note: Python knows levels in upper case alone.
import os

LEVEL = os.environ.get("LOG_LEVEL", "info")
LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"handlers": ["console"], "level": LEVEL}},
}
