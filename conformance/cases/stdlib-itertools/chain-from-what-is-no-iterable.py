# note: `chain.from_iterable` asks for its iterator at once, for those in it only when they come.
from itertools import chain


def refused(make):
    try:
        return make()
    except TypeError as error:
        return str(error)


AT_ONCE = refused(lambda: chain.from_iterable(False))
LATER = refused(lambda: type(chain.from_iterable([1])).__name__), refused(lambda: list(chain.from_iterable([1])))
HOSTS = chain(["a.org"], ("b.org", "c.org"))
FIRST, REST, NOTHING = next(HOSTS), list(HOSTS), list(HOSTS)
