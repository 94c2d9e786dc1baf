# note: Groups, pairs and batches ask for an item only when they need it; a group ends where the next one begins.
from itertools import batched, compress, count, cycle, groupby, islice, pairwise, zip_longest

ASKED = []


def hosts(*names):
    for name in names:
        ASKED.append(name)
        yield name


FIRST = [
    next(pairwise(hosts("a", "b", "c"))),
    next(batched(hosts("d", "e", "f"), 2)),
    next(zip_longest(hosts("g", "h"), hosts("i"))),
    next(compress(hosts("j", "k", "l"), [0, 1, 1])),
    next(cycle(hosts("m", "n"))),
    next(groupby(hosts("o", "o", "p")))[0],
]
ENDLESS = list(islice(zip_longest(count(), "ab"), 3)), list(islice(pairwise(count()), 2))
GROUPS = [(key, list(group)) for key, group in groupby("aab")]
PASSED_BY = [(key, list(group)) for key, group in list(groupby("aab"))]
LATER = groupby([1, 2], key=0)
try:
    next(LATER)
except TypeError as error:
    PROBLEM = str(error)
try:
    list(batched("abc", 2, strict=True))
except ValueError as error:
    INCOMPLETE = str(error)
