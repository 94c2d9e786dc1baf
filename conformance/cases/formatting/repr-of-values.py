# note: How values read when they are shown: floats by their shortest text, containers by the repr of their items.
NUMBERS = [repr(value) for value in (0.1, 1.0, 1e16, 1e-5, 123456789.123, 1e22, -0.0, 10**20, float("inf"), float("nan"))]
CONTAINERS = [repr(value) for value in ([], [1, "a"], (), (1,), (1, 2), {}, {"a": [None]}, set(), {1}, frozenset(), range(3), slice(1, 2))]
OTHERS = [str(value) for value in (None, True, ..., int, ValueError, len, ValueError("bad"), KeyError("k"))]
EXCEPTIONS = [repr(value) for value in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"))]
CIRCULAR = []
CIRCULAR.append(CIRCULAR)
CIRCULAR = repr(CIRCULAR)
