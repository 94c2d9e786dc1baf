# note: The qualified name of a function of the library is without its module; a function is told by the name that it was given.
import functools
import os.path
import resource
from copy import Error, copy
from datetime import datetime

NAMES = os.path.join.__qualname__, functools.wraps.__qualname__, str.upper.__qualname__, dict.fromkeys.__qualname__
OF_CLASSES = datetime.now.__qualname__, len.__qualname__
TYPES = type(resource.getrlimit).__name__, type(os.path.join).__name__
OWN_ERROR = Error.__name__, Error.__module__, issubclass(Error, ValueError), Error is Exception


def engine():
    """The engine of a database."""


engine.__name__ = "backend"
PROBLEMS = []
for call in (functools.lru_cache(3), lambda: resource.getrlimit > resource.setrlimit):
    try:
        call()
    except TypeError as error:
        PROBLEMS.append(str(error))
try:
    try:
        copy(1)["a"]
    except Error:
        CAUGHT = "copy"
except TypeError:
    CAUGHT = "type"
