# note: Fields can be named, then every one has to be, and the mapping may hold more.
CONFIG = {"user": "shop", "port": 5432, "unused": None}
URL = "%(user)s@localhost:%(port)05d" % CONFIG
TWICE = "%(user)s/%(user)s" % CONFIG
NONE_USED = "no fields" % CONFIG
