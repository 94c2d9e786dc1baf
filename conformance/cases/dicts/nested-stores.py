# note: Stores reach through dicts and lists, and change what others hold too.
PIPELINE = {"handlers": {"console": {"class": "logging.StreamHandler"}}, "loggers": {}}
HANDLERS = PIPELINE["handlers"]
PIPELINE["handlers"]["file"] = {"filename": "app.log"}
PIPELINE["handlers"]["file"]["level"] = "INFO"
PIPELINE["loggers"].setdefault("django", {})["handlers"] = ["console"]
PIPELINE["loggers"]["django"]["handlers"] += ["file"]
PIPELINE["loggers"]["django"]["handlers"][0] = "null"
SEEN = list(HANDLERS)
