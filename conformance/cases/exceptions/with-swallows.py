# note: A context manager whose exit is true swallows the exception; managers are left in reverse order.
LOG = []


class Guard:
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        LOG.append("enter " + self.name)
        return self

    def __exit__(self, kind, error, trace):
        LOG.append("leave %s %s" % (self.name, kind and kind.__name__))
        return self.swallows


with Guard("outer", swallows=True) as outer, Guard("inner"):
    raise ValueError("gone")
WENT_ON = outer.name
