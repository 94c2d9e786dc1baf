# note: A name that the mapping lacks is a KeyError.
URL = "%(host)s" % {"port": 80}
