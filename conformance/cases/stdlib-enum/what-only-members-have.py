# note: The name and the value are of the members; the class refuses them in its own words.
from enum import Enum


class Tier(Enum):
    FREE = 1


MESSAGES = []
for ask in [lambda: Tier.value, lambda: Tier.name, lambda: Tier.GOLD, lambda: Tier.FREE.colour]:
    try:
        ask()
    except AttributeError as error:
        MESSAGES.append(str(error))
