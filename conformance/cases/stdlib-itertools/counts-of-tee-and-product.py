# note: `tee` takes a bool as its count, and neither `tee` nor `product` takes one below nothing.
import itertools

COPIES = len(itertools.tee(["en", "de"], True))
NO_COPIES = itertools.tee(["en", "de"], 0)
EMPTY_ROWS = list(itertools.product(repeat=3))
ONE_ROW_OF_NOTHING = list(itertools.product("ab", repeat=0))
NO_ROWS = list(itertools.permutations(["en"], 5))
try:
    itertools.tee(["en"], -1)
except ValueError as error:
    TOO_FEW = str(error)
try:
    itertools.tee(["en"], "2")
except TypeError as error:
    NO_NUMBER = str(error)
try:
    itertools.product("ab", repeat=-1)
except ValueError as error:
    NEGATIVE = str(error)
