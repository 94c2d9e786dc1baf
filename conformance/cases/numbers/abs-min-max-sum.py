# note: abs, min, max and sum over numbers of all kinds, with start, key and default.
ABS = [abs(-5), abs(-2.5), abs(True), abs(0.0)]
EXTREMES = [min(3, 1, 2), max([1, 2.5]), min([], default=0), max("a", "bb", key=len), max(1, 1.0), min(1.0, 1)]
SUMS = [sum([]), sum([1, 2], 10), sum([1.5, 2]), sum([[1], [2]], []), sum(range(101))]
