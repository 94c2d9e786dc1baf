# note: The containers of `collections` are dicts and tuples of their own kinds, and become plain ones by `dict` and `tuple`.
from collections import Counter, OrderedDict, defaultdict, namedtuple

ORDERED = OrderedDict([("b", 1), ("a", 2)])
GROUPED = defaultdict(list)
GROUPED["x"].append(1)
GROUPED = dict(GROUPED)
Point = namedtuple("Point", "x y")
POINT = Point(1, y=2).x, tuple(Point(3, 4))
COUNTED = dict(Counter("abca")), Counter("aab").most_common(1)
