# note: `sorted`, `map`, `filter`, `zip`, `min`, `max` and `sum` take any iterable: a dict gives its keys, a text its characters.
SORTED = sorted({"b": 1, "a": 2}), sorted("hello", key=str.upper), sorted([3, 1], reverse=True)
BY_FIRST = sorted([(1, "b"), (1, "a")], key=lambda pair: pair[0])
MAPPED = list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(str.isdigit, "a1b2"))
ZIPPED = list(zip([1, 2], "ab", (True, False))), list(zip()), list(zip([1, 2], "a"))
LEAST = min("b", "a"), min([3, 1], key=lambda number: -number)
MOST = max([1, 5], [2, 0]), max([], default=0)
SUMMED = sum([[1], [2]], []), any(number > 2 for number in (1, 3)), all([])
