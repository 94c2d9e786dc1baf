# note: Lists change in place, slices copy, and what is true, equal or less follows from the items.
A_LIST = [1, 2, 3]
A_LIST += [4]
A_LIST.append(5)
A_LIST.extend((6, 7))
A_LIST.insert(0, 0)
A_LIST.insert(-1, 'before last')
A_LIST.remove(3)
POPPED = A_LIST.pop(), A_LIST.pop(0)
A_LIST[0] = 'first'
A_LIST[1:3] = ['x', 'y', 'z']
del A_LIST[-1]
INDEXED = A_LIST.index('y'), A_LIST.count('x')
SORTED = sorted([3, 1, 2]), sorted('bca', reverse=True), sorted([('b', 1), ('a', 2)], key=lambda pair: pair[1])
REVERSED = list(reversed([1, 2, 3]))
IN_PLACE = [3, 1, 2]
IN_PLACE.sort(reverse=True)
COPY = IN_PLACE.copy()
COPY.reverse()
REPEATED = [0] * 3
STARRED = [*A_LIST, *('t', 'u'), 'end']
TUPLE_PLUS = (1, 2) + (3,)
A_SET = {3, 1, 2} | {4}
SET_OPS = {1, 2, 3} & {2, 3, 4}, {1, 2} - {2}, {1, 2} ^ {2, 3}
FROZEN = frozenset(['a', 'a', 'b'])
SET_METHODS = {1}.union([2], (3,)), {1, 2}.issubset({1, 2, 3}), {1}.isdisjoint({2})
LENGTHS = len([]), len({'a': 1}), len('abc'), len({1, 1})
BOOLS = bool([]), bool([0]), bool({}), bool(''), bool('False'), bool(0.0), bool(None)
ANY_ALL = any([0, '', 'x']), all([]), all([1, 0])
ZIPPED = list(zip('ab', [1, 2, 3])), list(enumerate('ab', start=1)), list(range(0, 10, 3)), list(map(str, [1, 2])), list(filter(None, [0, 1, '', 'a']))
SLICED = [0, 1, 2, 3, 4][1:4:2], (1, 2, 3)[:-1], [1, 2, 3][::-1]
COMPARED = [1, 2] < [1, 3], (1, 2) == (1, 2), [1] == (1,), {1: 'a'} == {1.0: 'a'}
MEMBER = 2 in (1, 2), 'a' in {'a': 1}, 3 not in [1]
