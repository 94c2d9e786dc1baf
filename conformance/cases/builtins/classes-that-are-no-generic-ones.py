# note: Classes written in C are told by their whole name, take nothing in brackets unless they are generic, and stay as they are.
import itertools


def refused(act):
    try:
        return act()
    except (TypeError, AttributeError) as error:
        return [type(error).__name__, str(error)]


BRACKETS = [refused(lambda: one["a"]) for one in (zip, map, int, property, itertools.count)]
NAMES = [itertools.count.__qualname__, zip.__qualname__]


def put(cls):
    cls.colour = 1


def drop(cls):
    del cls.colour


CHANGED = [refused(lambda: put(one)) for one in (int, dict, ValueError)]
DELETED = [refused(lambda: drop(one)) for one in (int, dict, ValueError)]
FOREIGN = [refused(lambda: super(int, one)) for one in (2.5, "a", object, [])]
NAMED_BY = [refused(lambda: type(object(), (), {})), refused(lambda: type("A", object(), {}))]
ROUNDED = [round(2.5, 10**30), round(7, 10**30), round(12.5, -(10**30))]
NUMBERED = list(enumerate("ab", True))
NO_ORDER = [refused(lambda: reversed(one)) for one in (..., object(), {1})]
