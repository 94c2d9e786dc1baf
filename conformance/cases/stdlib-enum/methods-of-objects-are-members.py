# note: A method of a value that C code binds is a member of an enumeration, one of a project's object is not.
from enum import Enum


class Label:
    def text(self):
        return "label"


class Way(Enum):
    UPPER = "shop".upper
    ITEMS = [].append
    LABEL = Label().text


NAMES = [way.name for way in Way]
SHOUTED = Way.UPPER.value()
PLAIN = Way.LABEL()
