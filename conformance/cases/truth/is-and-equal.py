# note: is asks for the same object, == for an equal value.
EMPTY = []
SAME = [None is None, EMPTY is EMPTY, [] is [], True is True, 1 is True, not None is None]
EQUAL = [1 == 1.0, "1" == 1, None == 0, [] == (), [1, [2]] == [1, [2]], {"a": 1} == {"a": 1.0}, {1, 2} == {2, 1}]
