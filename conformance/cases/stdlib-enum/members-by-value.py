# note: An enumeration called with a value gives the member that has it, which knows its name and its value.
from enum import Enum


class Stage(Enum):
    LIVE = "live"
    TEST = "test"


VALUE, NAME = Stage.LIVE.value, Stage("live").name
STAGES = [stage.value for stage in Stage]
SAME = Stage("test") is Stage.TEST, Stage.TEST == "test"
