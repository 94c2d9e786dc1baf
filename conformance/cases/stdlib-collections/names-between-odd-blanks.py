# note: The names of a named tuple stand between blanks of any kind.
from collections import namedtuple

EMPTY = namedtuple("Empty", "\xa0")()
POINT = namedtuple("Point", "x\ty\n,z")(1, 2, 3)
FIELDS = POINT._fields
