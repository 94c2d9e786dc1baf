# note: Operators take two sets; the left one decides whether the result is frozen.
A, B = {1, 2, 3}, {3, 4}
RESULTS = [A | B, A & B, A - B, A ^ B]
ORDER = [{1} < {1, 2}, {1, 2} <= {1, 2}, {1, 2} < {1, 2}, {1} > set(), {1} == frozenset({1})]
TYPES = [type(frozenset({1}) | {2}).__name__, type({1} | frozenset({2})).__name__]
A -= {1}
A |= {9}
