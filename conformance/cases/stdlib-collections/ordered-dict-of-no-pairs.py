# note: An OrderedDict takes pairs apart in its own words.
from collections import OrderedDict

PROBLEMS = []
for pairs in [[("a", 1), False], [[]], [["a"]], [["a", 1, 2]], ["ab", "c"], 5]:
    try:
        OrderedDict(pairs)
    except (TypeError, ValueError) as error:
        PROBLEMS.append(str(error))
ORDERED = OrderedDict(["ab", ("c", 1)])
