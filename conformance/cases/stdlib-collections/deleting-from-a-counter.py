# note: A Counter deletes what it has not counted without a word.
from collections import Counter

COUNTS = Counter("mississippi")
del COUNTS["z"]
del COUNTS["p"]
LEFT = sorted(COUNTS)
