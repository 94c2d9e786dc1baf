# note: A level is a number or a name: what cannot be either stops it, for handlers and loggers alike.
# unknown: TAKEN
from logging.config import dictConfig


def refused(level):
    try:
        dictConfig({"version": 1, "handlers": {"console": {"class": "logging.NullHandler", "level": level}}})
    except ValueError as error:
        return str(error)


REFUSED = [refused(level) for level in ("", "true", "10", "off", ["INFO"], {}, 1.5)]
TAKEN = [refused(level) for level in (None, 10, True, "INFO")]
LOGGING = {"version": 1, "loggers": {"shop": {"level": ""}}}
