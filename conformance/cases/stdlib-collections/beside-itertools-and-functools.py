# note: Containers, iterators, partial functions and operators of the standard library give plain values.
from collections import OrderedDict, defaultdict, namedtuple, Counter, ChainMap
from itertools import chain, product, groupby
from functools import partial, reduce
import operator
import string
import math
ORDERED = OrderedDict([('b', 1), ('a', 2)])
GROUPED = defaultdict(list)
GROUPED['x'].append(1)
GROUPED = dict(GROUPED)
Point = namedtuple('Point', 'x y')
POINT = Point(1, y=2).x, tuple(Point(3, 4))
COUNTED = dict(Counter('abca')), Counter('aab').most_common(1)
CHAINED = list(chain(['a'], ('b',))), list(chain.from_iterable([[1], [2]]))
PARTIAL = partial(int, base=2)('101')
REDUCED = reduce(operator.add, [1, 2, 3], 10), reduce(lambda a, b: a * b, [2, 3])
STRINGS = string.ascii_lowercase, string.digits
MATHS = math.ceil(1.2), math.floor(-1.2), math.pi > 3
PRODUCTS = [''.join(pair) for pair in product('ab', '12')]
ITEM = operator.itemgetter('k')({'k': 'v'})
