# note: `reduce` begins with the start value where there is one, and `partial` takes keywords for later too.
import operator
from functools import partial, reduce
from itertools import chain, product

FROM_BITS = partial(int, base=2)("101")
REDUCED = reduce(operator.add, [1, 2, 3], 10), reduce(lambda a, b: a * b, [2, 3])
CHAINED = list(chain(["a"], ("b",))), list(chain.from_iterable([[1], [2]]))
PRODUCTS = ["".join(pair) for pair in product("ab", "12")]
ITEM = operator.itemgetter("k")({"k": "v"})
