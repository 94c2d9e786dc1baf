# note: Operators are functions too, and so are readers of items and attributes.
import operator
VALUES = [operator.add(1, 2), operator.contains([1], 1), operator.getitem({"a": 1}, "a"), operator.truth([]), operator.or_(1, 2)]
READERS = [operator.itemgetter(1)([5, 6]), operator.itemgetter("a", "b")({"a": 1, "b": 2}), operator.attrgetter("real")(5)]
SORTED = sorted([("b", 1), ("a", 2)], key=operator.itemgetter(0))
