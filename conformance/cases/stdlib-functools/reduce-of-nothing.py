# note: Nothing cannot be folded without a start.
from functools import reduce
APPS = reduce(lambda a, b: a + b, [])
