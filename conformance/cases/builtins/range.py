# note: A range gives numbers up to its end, can be sliced, compared and asked, and makes no list by itself.
COUNTS = [list(range(3)), list(range(1, 4)), list(range(10, 0, -4)), list(range(0))]
ASKED = [len(range(0, 10, 3)), 3 in range(5), 3.0 in range(5), "a" in range(5), range(5)[-1], range(5).index(3), range(3).count(9)]
SLICED = [str(range(10)[2:8:2]), list(range(10)[::-3])]
EQUAL = [range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2]]
