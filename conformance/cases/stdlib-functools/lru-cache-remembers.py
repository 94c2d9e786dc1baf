# note: A cached function runs once for each of its arguments; what it did besides is done once too.
import functools

READS = []


@functools.lru_cache(maxsize=None)
def database(name, port=5432):
    """The database of a name."""
    READS.append(name)
    return {"NAME": name, "PORT": port}


DATABASES = {"default": database("shop"), "replica": database("shop"), "log": database("log", port=5433)}
SAME = DATABASES["default"] is DATABASES["replica"]
NAME = database.__name__
WRAPPED = database.__wrapped__("shop")


@functools.lru_cache
def level(number):
    READS.append(number)
    return number


LEVELS = [level(1), level(True), level(1.0), level(1)]
level.cache_clear()
AGAIN = level(1)
try:
    level([1])
except TypeError as error:
    PROBLEM = str(error)
