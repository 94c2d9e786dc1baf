# note: Tuples add and multiply to new tuples, and compare item by item from the left.
TWICE = (1, 2) * 2
ADDED = (1,) + (2,)
PLACE, COUNT = (1, 2, 3).index(2), (1, 1).count(1)
LETTERS = tuple("ab")
GREATER = (3, 1) > (2, 9), (1, 2) < (1, 2, 0)
MEMBER = 1 in (1, 2), 3 in ()
