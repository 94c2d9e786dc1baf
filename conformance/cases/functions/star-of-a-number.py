# note: What stands after a star must be iterable.
def hosts(*names):
    return list(names)


ALLOWED_HOSTS = hosts(*443)
