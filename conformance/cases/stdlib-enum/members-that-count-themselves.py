# note: `auto()` counts on from the highest member before it, and an enumeration knows how many members it has.
from enum import Enum, auto

class Tier(Enum):
    FREE = auto()
    PAID = auto()
    LEGACY = 10
    TRIAL = auto()
    GRATIS = 1

VALUES = [tier.value for tier in Tier]
COUNT = len(Tier)
NAMES = list(Tier.__members__)
ALIAS = Tier.GRATIS.name, Tier(11).name, Tier["PAID"].value, bool(Tier)
