# note: `auto()` is an object that waits for its value, which can be given and asked for.
from enum import Enum, auto

GIVEN = auto(5).value


class Level(Enum):
    LOW = auto()
    HIGH = auto(GIVEN)


VALUES = [level.value for level in Level]
HAS_VALUE = hasattr(auto(), "value"), hasattr(auto(), "name")
