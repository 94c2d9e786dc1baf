# note: A strict zip refuses what is longer.
PAIRS = dict(zip(["a"], [1, 2], strict=True))
