# note: A truth is a number of times, too.
from itertools import repeat

TIMES = [list(repeat("x", True)), list(repeat("x", False)), list(repeat("x", -1))]
