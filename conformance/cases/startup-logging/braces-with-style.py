# note: Formats of all three styles are taken where `style` says which it is.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "percent": {"format": "%(asctime)s %(levelname)-8s %(message)s", "datefmt": "%H:%M"},
        "brace": {"format": "{levelname:<8} {{{name}}} {message!r}", "style": "{"},
        "dollar": {"format": "$levelname ${message} costs $$5", "style": "$"},
        "default": {},
        "server": {"()": "django.utils.log.ServerFormatter", "format": "[{server_time}] {message}", "style": "{"},
    },
    "filters": {"debug_off": {"()": "django.utils.log.RequireDebugFalse"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "brace", "stream": "ext://sys.stdout"},
        "mail": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR", "filters": ["debug_off"]},
        "nothing": {"class": "logging.NullHandler"},
    },
    "loggers": {"shop": {"handlers": ["console", "mail"], "level": 20, "propagate": False}},
    "root": {"handlers": ["nothing"]},
}
