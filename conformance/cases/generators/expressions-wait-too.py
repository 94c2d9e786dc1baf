# note: A generator expression works its items out one by one, its first iterable at once.
LOG = []


def check(name):
    LOG.append(name)
    return name.upper()


names = ["a", "b"]
lazy = (check(name) for name in names)
names = ["never"]
LOG.append("made")
FIRST = next(lazy)
REST = list(lazy)
