# note: A named tuple on the right of a comparison is asked first, so that the operator and the operands are turned round.
from collections import defaultdict, namedtuple

Point = namedtuple("Point", "x y")
ORDERED = [(1, 2) < Point(1, 3), (1, 2, 3) <= Point(1, 2), [(1, 2)] < [Point(1, 3)]]
ERRORS = []
for attempt in (
    lambda: ("a", 0) <= Point(1, 2), lambda: (1, "a") < Point(1, 2), lambda: Point(1, 2) < (1, "a"),
    lambda: [(1, "a")] > [Point(1, 2)], lambda: "a" + defaultdict(list), lambda: defaultdict(list) - 1,
):
    try:
        attempt()
    except TypeError as error:
        ERRORS.append(str(error))
