# note: A cache is made around what can be called; it says so before anything is asked of it.
from functools import cache, lru_cache

MESSAGES = []
for make in [
    lambda: lru_cache(maxsize=None)("a"),
    lambda: lru_cache("a"),
    lambda: cache(None),
    lambda: lru_cache(3)(5),
    lambda: lru_cache(2.5),
]:
    try:
        make()
    except TypeError as error:
        MESSAGES.append(str(error))
