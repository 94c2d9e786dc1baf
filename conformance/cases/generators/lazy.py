# note: A generator runs only as far as it is asked.
LOG = []


def apps():
    LOG.append("start")
    yield "auth"
    LOG.append("middle")
    yield "admin"
    LOG.append("end")


source = apps()
LOG.append("made")
FIRST = next(source)
LOG.append("first")
REST = list(source)
