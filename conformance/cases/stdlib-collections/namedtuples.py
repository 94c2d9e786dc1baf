# note: A namedtuple's items have names, and it is a tuple all the same.
from collections import namedtuple
Point = namedtuple("Point", "x y", defaults=[0])
POINT = Point(1)
READ = [POINT.x, POINT[1], POINT._asdict(), list(POINT), POINT == (1, 0), Point._fields]
REPLACED = POINT._replace(y=5)
TEXT = str(Point(1, "a"))
X, Y = POINT
