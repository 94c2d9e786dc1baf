# note: A logger with a handler that is not defined stops Django.
LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"]}, "shop": {"handlers": ["console", "file"]}},
}
