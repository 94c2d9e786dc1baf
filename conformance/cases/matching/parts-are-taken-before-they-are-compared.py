# note: A class pattern takes all attributes before it looks into one: an attribute that is named twice stops it.
class Point:
    __match_args__ = ("x", "y")
    x = 7
    y = 2


def read(value):
    match value:
        case Point(1, z=3):
            return "has z"
        case Point(7, y=2):
            return "is there"
    return None


def twice(value):
    match value:
        case Point(1, x=1):
            return 1


FOUND = read(Point())
try:
    twice(Point())
except TypeError as error:
    REASON = str(error)
