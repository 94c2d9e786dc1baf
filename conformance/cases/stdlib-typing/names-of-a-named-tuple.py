# note: The names of a named tuple and of its fields are refused where they are none, whichever way it is made.
from collections import namedtuple
from typing import NamedTuple

WORDS = []


def in_a_body():
    class Point(NamedTuple):
        _x: int


for make in (
    lambda: NamedTuple("", []), lambda: NamedTuple("a b", []), lambda: NamedTuple("class", []), lambda: NamedTuple(5, []),
    lambda: NamedTuple("A", [("", int)]), lambda: NamedTuple("A", [("_x", int)]), lambda: NamedTuple("A", [("x", int), ("x", int)]),
    lambda: namedtuple(5, "x"), lambda: namedtuple("A", [5]), lambda: namedtuple("A", "x def"), in_a_body,
):
    try:
        make()
    except ValueError as error:
        WORDS.append(str(error))
POINT = NamedTuple("Point", [("x", int)])(3).x
