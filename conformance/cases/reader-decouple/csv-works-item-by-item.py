# note: Items are cast one after another: what stands before a broken quote is cast first, and fails first.
from decouple import Csv

TIMES = Csv(int)("ten,'20")
