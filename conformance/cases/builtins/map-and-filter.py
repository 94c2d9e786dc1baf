# note: map and filter are lazy and used up once; filter with None keeps what is true.
NUMBERS = list(map(int, "1 2 3".split()))
SUMS = list(map(lambda a, b: a + b, [1, 2], [10, 20, 30]))
TRUE = list(filter(None, ["a", "", None, 0, 1]))
LONG = list(filter(lambda name: len(name) > 1, ["a", "bb"]))
ONCE = map(str, [1, 2])
FIRST = list(ONCE)
AGAIN = list(ONCE)
