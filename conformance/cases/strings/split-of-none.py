# note: A separator has to be a string or None.
ALLOWED_HOSTS = "1,2".split(1)
