# note: list, tuple, set and dict take any iterable; str and repr show values.
LISTS = [list("abc"), list({"a": 1}), list(range(3)), list((1, 2)), list()]
TUPLES = [tuple("ab"), tuple([1]), tuple()]
DICTS = [dict(a=1), dict([("a", 1)]), dict(zip("ab", (1, 2))), dict({"a": 1}, b=2)]
SETS = [set("aab"), frozenset([1, 1])]
TEXTS = [str(1.0), str(None), str(b"x"), repr("x"), str([1, "a"])]
