# note: A list is no iterator.
FIRST = next(["a"])
