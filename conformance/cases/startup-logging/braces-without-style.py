# note: A format in braces needs `style`, or Python takes it for one in percents and Django stops.
LOGGING = {
    "version": 1,
    "formatters": {
        "plain": {"format": "%(levelname)s %(message)s"},
        "verbose": {"format": "{levelname} {asctime} {module} {message}"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "verbose"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
