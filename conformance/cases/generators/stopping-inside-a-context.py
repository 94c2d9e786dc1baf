# note: A `StopIteration` of a body goes through a context manager that is a generator.
from contextlib import contextmanager

LOG = []


@contextmanager
def noted(words):
    try:
        yield words
    finally:
        LOG.append(words)


try:
    with noted("first"):
        raise StopIteration("end")
except (StopIteration, RuntimeError) as error:
    LOG.append([type(error).__name__, str(error)])
