# note: An OrderedDict takes pairs apart in its own words.
from collections import OrderedDict

PROBLEMS = []
for pairs in [[("a", 1), False], [[]], [["a"]], [["a", 1, 2]], ["ab", "c"], 5]:
    try:
        OrderedDict(pairs)
    except (TypeError, ValueError) as error:
        PROBLEMS.append(str(error))
ORDERED = OrderedDict(["ab", ("c", 1)])
for pairs in ["7", b"7", range(3), {1: 2}.items()]:
    try:
        PROBLEMS.append(list(OrderedDict(pairs)))
    except (TypeError, ValueError) as error:
        PROBLEMS.append(str(error))
ORDERED = OrderedDict(a=1)
try:
    ORDERED.update("7")
except ValueError as error:
    PROBLEMS.append(str(error))
try:
    ORDERED |= ["abc"]
except ValueError as error:
    PROBLEMS.append(str(error))
try:
    ORDERED.move_to_end([])
except TypeError as error:
    PROBLEMS.append(str(error))
