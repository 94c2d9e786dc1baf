# note: A product that repeats nothing asks nothing of what it is given.
from itertools import product

ONE_ROW = [list(product(False, repeat=0)), list(product("ab", 3, repeat=False)), list(product())]
PAIRS = list(product("ab", repeat=True))
