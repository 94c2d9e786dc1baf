# note: The root logger is told of by another message.
LOGGING = {"version": 1, "root": {"handlers": ["console"], "level": "INFO"}}
