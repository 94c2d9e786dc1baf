# note: `reduce` says which of its arguments it cannot go through.
from functools import reduce

REFUSED = []
for arguments in ((max, 5), (max, None), (max, []), (max,), (max, [], 1, 2)):
    try:
        reduce(*arguments)
    except TypeError as error:
        REFUSED.append(str(error))
SUM = reduce(lambda total, n: total + n, (n for n in (1, 2, 3)), 10)
