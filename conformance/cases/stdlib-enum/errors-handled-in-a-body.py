# note: The name of a handled error is bound twice in the body of an enumeration, which takes every name once.
from enum import Enum

try:
    class Tier(Enum):
        try:
            FREE = int("free")
        except ValueError as error:
            pass
except TypeError as problem:
    REFUSED = str(problem)
