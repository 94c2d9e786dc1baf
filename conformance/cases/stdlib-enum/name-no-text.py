# note: The body of an enumeration asks for the length of every name that is bound in it.
from enum import Enum


class Stage(Enum):
    DEV = 1
    try:
        locals()[0] = 1
    except TypeError as error:
        said = str(error)


SAID = Stage.said.value
