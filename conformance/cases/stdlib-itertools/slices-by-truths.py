# note: Truths are numbers to `islice`, which refuses steps below one and places below zero in words of their own.
from itertools import islice

CUT = [list(islice("abcdef", True)), list(islice("abcdef", False, 5, 2)), list(islice("abc", 1, None, None))]
MESSAGES = []
for bounds in [(1.0,), (-1,), (0, 3, 0), ("x", 3), (0, 3, "x"), (0, 3, False)]:
    try:
        islice("abcdef", *bounds)
    except ValueError as error:
        MESSAGES.append(str(error))
