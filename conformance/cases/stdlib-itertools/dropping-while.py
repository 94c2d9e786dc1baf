# note: Once `dropwhile` gave an item it asks of no other.
from itertools import dropwhile

NUMBERS = list(dropwhile(int, [3, 2, 0, "closed"]))
TEXTS = list(dropwhile(len, ["a", "", 5]))
NONE = list(dropwhile(bool, [1, 2]))
