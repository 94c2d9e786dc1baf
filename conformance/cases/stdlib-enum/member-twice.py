# note: A name given twice in the body of an enumeration stops the settings at its second line.
from enum import Enum


class Tier(Enum):
    FREE = "free"
    PAID = "paid"
    FREE = "gratis"


TIER = Tier.FREE.value
