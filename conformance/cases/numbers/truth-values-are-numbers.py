# note: True is 1 and False is 0, in sums, comparisons, indexes and keys.
DEBUG = True
SUM = DEBUG + DEBUG + 1
ARITHMETIC = [True * 3, -True, True / 2, 5 - True, True == 1, True < 2, False == 0.0]
CHOICE = ("http", "https")[DEBUG]
COUNT = sum([True, False, True])
KEYS = {1: "one", True: "yes", 1.0: "float"}
