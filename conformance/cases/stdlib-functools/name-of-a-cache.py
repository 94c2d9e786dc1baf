# note: A function with a cache is told with the module of its type, and one with a context manager is a function.
from contextlib import contextmanager
from functools import lru_cache


@lru_cache
def read(name):
    return name


@contextmanager
def stage():
    yield


PROBLEMS = []
try:
    read.append
except AttributeError as error:
    PROBLEMS.append(str(error))
try:
    with stage:
        pass
except TypeError as error:
    PROBLEMS.append(str(error))
