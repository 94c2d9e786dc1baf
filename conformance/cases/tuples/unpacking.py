# note: Unpacking goes by place, with one star for the rest, nested and over anything that can be iterated.
FIRST, SECOND = ("a", "b")
HEAD, *REST = [1, 2, 3]
*START, END = "xyz"
A, (B, *C) = 1, "234"
KEY, = {"only": 1}
SWAP_ONE, SWAP_TWO = 1, 2
SWAP_ONE, SWAP_TWO = SWAP_TWO, SWAP_ONE
SPREAD = [*range(2), *"ab"]
