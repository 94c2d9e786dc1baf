# note: A range has a length, items, slices and members like a list, and equals another one that gives the same numbers.
DOWN = list(range(5, 0, -2))
ITEM, LENGTH = range(3)[1], len(range(0, 10, 3))
MEMBER = 4 in range(0, 10, 2), 5 in range(0, 10, 2)
SLICED = list(range(10))[2:8:3], list(range(10)[2:8:3])
EQUAL = range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2)
