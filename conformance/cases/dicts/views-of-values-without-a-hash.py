# note: Views and sets look for each item of one in the other: a value of an item needs no hash for that, a key that is looked for does.
from collections import OrderedDict

LISTED = {"default": ["a.org"], "blog": ["b.org"]}
OTHER = {"blog": ["b.org"], "shop": ["c.org"]}


def told(make):
    try:
        made = make()
        return sorted(made) if isinstance(made, (set, frozenset)) else made
    except TypeError as error:
        return str(error)


SHARED = told(lambda: {1: {2}, 3: 4}.items() & [(5, 4), ([], 5)])
FOUND = told(lambda: LISTED.items() & [("blog", ["b.org"])])
NOT_FOUND = told(lambda: LISTED.items() & [("blog", []), ["blog", []], 7])
WITH_SET = told(lambda: LISTED.items() & {("blog", 1), ("shop", 2)})
WITH_SMALL_SET = told(lambda: LISTED.items() & {("blog", 1)})
KEYS = told(lambda: LISTED.keys() & OTHER.items())
EQUAL = [
    LISTED.items() == OTHER.items(),
    LISTED.items() == dict(reversed(LISTED.items())).items(),
    LISTED.keys() == LISTED.items(),
    OrderedDict(LISTED).items() == LISTED.items(),
]
LESS = told(lambda: {}.items() <= LISTED.items()), told(lambda: LISTED.items() < OTHER.items())
LESS_THAN_A_SET = told(lambda: LISTED.items() <= {("default", 1), ("blog", 2)})
MORE = told(lambda: LISTED.items() >= {("blog", 1)})
APART = [
    told(lambda: LISTED.items().isdisjoint(OTHER.items())),
    told(lambda: LISTED.items().isdisjoint([("blog", 1)])),
    told(lambda: LISTED.items().isdisjoint([([], 1)])),
    told(lambda: LISTED.keys().isdisjoint(OTHER.items())),
]
