# note: OrderedDict moves keys; defaultdict makes what is asked for, but not for get.
from collections import OrderedDict, defaultdict
ORDERED = OrderedDict(a=1, b=2)
ORDERED.move_to_end("a")
KEYS = list(ORDERED)
FIRST = ORDERED.popitem(last=False)
EQUAL = [OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, defaultdict(int, a=1) == {"a": 1}]
GROUPS = defaultdict(list)
GROUPS["x"].append(1)
GROUPS["y"]
GOT = GROUPS.get("z")
PLAIN = dict(GROUPS)
TEXTS = [str(OrderedDict(a=1)), str(defaultdict(int, a=1))]
MERGED = dict(OrderedDict(a=1) | {"b": 2})
