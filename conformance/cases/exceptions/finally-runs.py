# note: finally runs on every way out, and a value that is being returned is kept.
LOG = []


def read(name):
    value = name
    try:
        return value
    finally:
        value = "changed"
        LOG.append(name)


READ = [read("a"), read("b")]
try:
    try:
        LOG.append("body")
        1 / 0
    finally:
        LOG.append("inner")
except ZeroDivisionError:
    LOG.append("handled")
else:
    LOG.append("never")
finally:
    LOG.append("outer")
