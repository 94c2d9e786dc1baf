# note: A context manager that yields once more is ended before that is refused.
from contextlib import contextmanager

LOG = []


@contextmanager
def noted(words):
    try:
        yield words
        yield words
    finally:
        LOG.append(words)


for words in ("first", "second"):
    try:
        with noted(words):
            if words == "second":
                raise KeyError(words)
    except RuntimeError as error:
        LOG.append(str(error))


@contextmanager
def stubborn():
    try:
        yield
    except KeyError:
        yield
    finally:
        LOG.append("ended")


try:
    with stubborn():
        raise KeyError("x")
except RuntimeError as error:
    LOG.append(str(error))
