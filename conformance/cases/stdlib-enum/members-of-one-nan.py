# note: Members of the same object are one, though NaN is equal to nothing.
from enum import Enum

NAN = float("nan")


class Rate(Enum):
    UNKNOWN = NAN
    MISSING = NAN
    OTHER = float("nan")


NAMES = [rate.name for rate in Rate]
SAME = Rate.UNKNOWN is Rate.MISSING
