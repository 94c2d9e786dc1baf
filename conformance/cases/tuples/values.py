# note: Tuples need a comma, add, multiply, compare and hold what can change.
ONE = (1,)
NONE = ()
NO_TUPLE = ("a")
BARE = "a", "b"
ADDED = (1,) + (2, 3)
TIMES = (0,) * 3
FOUND = [(1, 2, 1).count(1), (1, 2).index(2), 2 in (1, 2), (1, 2)[-1], (1, 2, 3)[::-1]]
HOLDER = ([],)
HOLDER[0].append("changed")
COMPARED = [(1, 2) < (1, 3), (1,) < (1, 0), (5, 2) >= (4, 9)]
