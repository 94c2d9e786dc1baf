# note: What the body of an enumeration binds through `locals()` is a member as well, and no name is bound twice.
from enum import Enum


class Stage(Enum):
    locals()["LIVE"] = 1
    TEST = 2


NAMES = [member.name for member in Stage]
LIVE = Stage.LIVE.value
try:

    class Twice(Enum):
        LIVE = 1
        locals()["LIVE"] = 2
except TypeError as error:
    REFUSED = str(error)
