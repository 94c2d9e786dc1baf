# note: What an enumeration does with a value of its own accord is not taken for an error.
# unknown: LABEL, FALLBACK
from enum import Enum


class Stage(Enum):
    LIVE = "live", 1

    def __init__(self, label, rank):
        self.label = label


class Level(Enum):
    LOW = 1

    @classmethod
    def _missing_(cls, value):
        return cls.LOW


LABEL = Stage.LIVE.label
FALLBACK = Level(9).name
IS_LEVEL = Level.LOW in Level
