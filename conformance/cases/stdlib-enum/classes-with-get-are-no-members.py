# note: A class that has `__get__` is no member of an Enum; any other class is.
import functools
from enum import Enum


class Kind(Enum):
    PLAIN, MADE = 0, property
    LATER = functools.cached_property
    CLASS = classmethod
    DICT = dict


NAMES = list(Kind.__members__)
IS_PROPERTY = Kind.MADE is property
IS_CLASS = Kind.CLASS is classmethod
IS_LATER = Kind.LATER is functools.cached_property
VALUE = Kind.DICT.value is dict
try:
    Kind.MADE.short
except AttributeError as error:
    WORDS = str(error)
