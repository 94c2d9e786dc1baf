# note: A name that is not given is a KeyError.
URL = "{host}:{port}".format(host="localhost")
