# note: Handlers are made in the order of their names, so the first of them is told of.
LOGGING = {
    "version": 1,
    "handlers": {
        "web": {"class": "logging.handlers.SMTPHandler", "mailhost": "localhost"},
        "audit": {"class": "logging.FileHandler"},
    },
}
