# note: A cached function runs once for equal arguments and gives the same object again.
from functools import lru_cache

CALLS = []


@lru_cache(maxsize=None)
def read(name):
    CALLS.append(name)
    return {"name": name}


FIRST = read("a")
SECOND = read("a")
THIRD = read("b")
IS_SAME = FIRST is SECOND
