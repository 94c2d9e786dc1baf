# note: A Counter counts, gives zero for what it has not seen, and the most common first.
from collections import Counter
COUNTS = Counter("mississippi")
GOT = [COUNTS["s"], COUNTS["z"], COUNTS.most_common(2), dict(COUNTS), sum(COUNTS.values())]
