# note: A container inside its own text is told by dots, each in the form of its kind, also by way of an object's `__repr__`.
from collections import OrderedDict, defaultdict, namedtuple


class Wrapped:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Wrapped({self.value!r})"


apps = ["shop"]
apps.append(Wrapped(apps))
caches = {"default": {}}
caches["default"]["parent"] = [caches]
groups = defaultdict(list, a=1)
groups["self"] = groups
ordered = OrderedDict(a=1)
ordered["self"] = ordered
Point = namedtuple("Point", "x y")
point = Point([], 2)
point.x.append(point)
pair = ([],)
pair[0].append(pair)

TEXTS = [repr(one) for one in (apps, caches, groups, ordered, point, pair)]
SHOWN = f"{apps} and {caches}", "%s" % apps
del apps, caches, groups, ordered, point, pair
