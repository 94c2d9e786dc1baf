# note: A generator as a context manager: what stands after its `yield` runs when the body ends, also by an exception.
from contextlib import contextmanager

LOG = []


@contextmanager
def stage(name):
    LOG.append("enter " + name)
    try:
        yield name.upper()
    except KeyError as error:
        LOG.append("swallowed %s" % error)
    finally:
        LOG.append("leave " + name)


with stage("base") as NAME:
    LOG.append("body")
with stage("broken"):
    {}["missing"]
