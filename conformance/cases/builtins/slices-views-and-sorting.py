# note: Extended slices, views, sets, sorting and the functions over iterables give what their operands' types say.
L = [3, 1, 2]
L[len(L):] = [9]
L[1:2] = []
L[0:0] = ['head']
L[::2] = ['even'] * len(L[::2])
del L[0], L[-1]
A = [1, 2, 3, 4, 5]
del A[1:3]
A *= 2
B = sorted({'b': 1, 'a': 2}), sorted('hello', key=str.upper), sorted([(1, 'b'), (1, 'a')], key=lambda t: t[0]), sorted([3, 1], reverse=True)
C = [*{1: 'a', 2: 'b'}], {**{'a': 1}, **{'a': 2}}, [*'ab', *[1]], (*[1], 2)
D = dict(a=1)
D.update([('b', 2)], c=3)
E = list(D), D.get('z', []), D | {'a': 9}, {k: v for k, v in D.items() if v > 1}, D.keys() & {'a', 'x'}, D.items() >= {('a', 1)}
F = {}.fromkeys('ab'), dict.fromkeys([1, 2], []), {(1, 2): 'tuple key'}[1, 2], {True: 'a', 1: 'b', 1.0: 'c'}
G = list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(str.isdigit, 'a1b2')), list(zip([1, 2], 'ab', (True, False))), list(zip()), list(zip([1, 2], 'a'))
H = min('b', 'a'), max([1, 5], [2, 0]), min([3, 1], key=lambda x: -x), max([], default=0), sum([[1], [2]], []), any(x > 2 for x in (1, 3)), all([])
I = (1, 2) * 2, (1,) + (2,), (1, 2, 3).index(2), (1, 1).count(1), tuple('ab'), (3, 1) > (2, 9), 1 in (1, 2), ()
J = {1, 2} <= {1, 2, 3}, {1} | {2}, {1, 2} - {1}, {3} & {3, 4}, {1} ^ {1, 2}, {'a'}.issuperset(set()), frozenset('ab') == {'a', 'b'}
S = set('hello')
S.add('z'); S.discard('q'); S.remove('h'); S.update('yx'); S -= {'y'}; S |= {'new'}
K = list(range(5, 0, -2)), range(3)[1], len(range(0, 10, 3)), 4 in range(0, 10, 2), list(range(10))[2:8:3], range(3) == range(0, 3, 1)
N = [[1, 2], [3, 4]]
M = [list(r) for r in zip(*N)], [x for r in N for x in r], {i: r for i, r in enumerate(N)}, [[0] * 2 for _ in range(2)]
POP = D.pop('a'), D.popitem(), D.setdefault('n', 1), D.setdefault('n', 2), D
IDENT = [] is [], () is (), None is None
