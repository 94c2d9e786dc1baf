# note: A member can be neither assigned to nor deleted, nor can its name and value; other attributes can.
import copy
from enum import Enum


class Stage(Enum):
    LIVE = "live"
    TEST = "test"


WORDS = []


def note(change):
    try:
        change()
    except AttributeError as error:
        WORDS.append(str(error))


note(lambda: setattr(Stage, "LIVE", 1))
note(lambda: delattr(Stage, "LIVE"))
note(lambda: delattr(Stage, "OTHER"))
note(lambda: setattr(Stage.LIVE, "value", 1))
note(lambda: setattr(Stage.LIVE, "name", 1))
note(lambda: delattr(Stage.LIVE, "value"))
Stage.extra = 3
Stage.LIVE.host = "example.org"
LEFT = Stage.extra, Stage.LIVE.host, len(Stage), Stage.LIVE.value
SAME = copy.deepcopy(Stage.TEST) is Stage.TEST
