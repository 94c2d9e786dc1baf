# note: Stores reach through dicts and lists, and change what others hold too.
LOGGING = {"handlers": {"console": {"class": "logging.StreamHandler"}}, "loggers": {}}
HANDLERS = LOGGING["handlers"]
LOGGING["handlers"]["file"] = {"filename": "app.log"}
LOGGING["handlers"]["file"]["level"] = "INFO"
LOGGING["loggers"].setdefault("django", {})["handlers"] = ["console"]
LOGGING["loggers"]["django"]["handlers"] += ["file"]
LOGGING["loggers"]["django"]["handlers"][0] = "null"
SEEN = list(HANDLERS)
