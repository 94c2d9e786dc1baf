# note: A configuration without loggers leaves the root logger as it is: `basicConfig` still looks at what it is given; with one, it does nothing.
import logging
import logging.config

WORDS = []


def note(**options):
    try:
        WORDS.append(logging.basicConfig(**options))
    except ValueError as error:
        WORDS.append(str(error))


logging.config.dictConfig({"version": 1, "formatters": {"short": {"format": "%(message)s"}}})
note(level="LOUD", handlers=[])
note(style="x")
logging.config.dictConfig(
    {"version": 1, "handlers": {"console": {"class": "logging.StreamHandler"}}, "root": {"handlers": ["console"]}}
)
note(style="x")
