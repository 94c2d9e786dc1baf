# note: A range may be longer than a machine word, but len() cannot say so.
LONGEST = len(range(2**63 - 1))
LAST = str(range(10**30)[-1])

try:
    SIZE = len(range(10**30))
except OverflowError as error:
    SIZE = str(error)
FAR = str(range(7, 10**30, 3)[10**25])

try:
    BEYOND = range(3)[10**30]
except IndexError as error:
    BEYOND = str(error)
