# note: Classes and functions name the module that `__name__` says by then; a class that is told no module is told as a builtin one.
from collections import namedtuple

space = {}
exec("class Mail: pass\ndef send(): pass\nclass Outer:\n    class Inner: pass", space)
BARE = [repr(space["Mail"]), space["Mail"].__module__, space["send"].__module__, repr(space["Outer"].Inner)]
exec("class Mail: pass\ndef send(): pass", {"__name__": "lib.mails"}, space)
NAMED = [repr(space["Mail"]), space["send"].__module__]
Point = namedtuple("Point", "x")
TUPLES = [Point.__module__, repr(Point), repr(namedtuple("Other", "x", module="lib"))]


class Own:
    __module__ = "shop"


OWN = [repr(Own), Own.__module__]
Own.__module__ = "other"
OWN.append(repr(Own))
__name__ = "renamed"


class Late:
    pass


LATE = [repr(Late), repr(type("Made", (), {}))]
