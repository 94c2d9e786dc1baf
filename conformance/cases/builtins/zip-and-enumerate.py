# note: zip stops at the shortest unless it has to be strict; enumerate counts from a start.
NAMES = ["a", "b", "c"]
ZIPPED = list(zip(NAMES, range(2)))
COUNTED = list(enumerate(NAMES, start=1))
TURNED = list(zip(*[(1, "x"), (2, "y")]))
MAPPED = dict(zip(NAMES, map(str.upper, NAMES)))
PAIRS = list(zip(*[iter("abcdef")] * 2))
