# note: Iterators are put together, cut and chosen from, item by item.
from itertools import accumulate, chain, compress, count, cycle, dropwhile, islice, repeat, starmap, takewhile
INSTALLED_APPS = list(chain(["django.contrib.admin"], ("shop", "blog")))
NESTED = list(chain.from_iterable([[1], [2, 3]]))
CUT = [list(islice(count(5, 5), 3)), list(islice("abcdef", 1, None, 2)), list(islice(cycle("ab"), 5)), list(repeat("x", 2))]
WHILE = [list(takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(dropwhile(lambda n: n < 3, [1, 2, 3, 1]))]
SUMS = [list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], initial=10))]
OTHERS = [list(compress("abc", [1, 0, 1])), list(starmap(pow, [(2, 3), (3, 2)]))]
