# note: A starred target takes the rest as a list, and an annotation alone binds nothing.
A, B = 1, 2
A, B = B, A
(C, D), E = (3, 4), 5
FIRST, *REST = 'abc'
*INIT, LAST = [1, 2, 3]
X = Y = Z = 0
HOST, _, PORT = 'db:5432'.partition(':')
K, V = ('key', 'value')

def total(*numbers, scale=1, **extra):
    return sum(numbers) * scale, sorted(extra)

CALLED = total(*[1, 2], 3, scale=2, **{'b': 1, 'a': 2})
ANNOTATED: int = 7
ONLY_ANNOTATED: str
LISTED = [*range(3), *'ab']
MIXED = {**{'a': 1}, 'b': [*REST]}
