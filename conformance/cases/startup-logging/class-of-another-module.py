# note: `RotatingFileHandler` is in `logging.handlers`, not in `logging`.
LOGGING = {
    "version": 1,
    "handlers": {"file": {"class": "logging.RotatingFileHandler", "filename": "/tmp/shop.log"}},
}
