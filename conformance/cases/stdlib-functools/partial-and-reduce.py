# note: partial keeps arguments, reduce folds from the left.
from functools import partial, reduce
binary = partial(int, base=2)
VALUES = [binary("101"), partial(max, 3)(1, 5), partial(str.join, ",")(["a", "b"])]
MERGED = reduce(lambda left, right: {**left, **right}, [{"a": 1}, {"b": 2}, {"a": 3}])
SUM = reduce(lambda a, b: a + b, [1, 2, 3], 10)
