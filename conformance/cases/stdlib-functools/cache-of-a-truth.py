# note: A cache takes a truth for its size, as truths are numbers.
from functools import lru_cache

CALLS = []


@lru_cache(maxsize=True)
def read(name):
    CALLS.append(name)
    return {"name": name}


SAME = read("a") is read("a")
OTHER = [read("b")["name"], read("a")["name"]]
