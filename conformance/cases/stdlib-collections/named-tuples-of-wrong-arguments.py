# note: A named tuple is called as a function with its fields for parameters.
from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[2])
Empty = namedtuple("Empty", {})
PROBLEMS = []
for attempt in [
    lambda: Empty(1),
    lambda: Empty(1, y=2),
    lambda: Point(),
    lambda: Point(1, 2, 3),
    lambda: Point(1, x=2),
    lambda: Point(1, 2, 3, z=4),
    lambda: Point(1, Y=2),
    lambda: Point._make([1]),
    lambda: Point(1)._replace(z=1, q=2),
]:
    try:
        attempt()
    except TypeError as error:
        PROBLEMS.append(str(error))
POINT = Point(x=1)
