# note: getattr reads by name with a default, hasattr asks, callable tells what can be called.
UPPER = getattr("shop", "upper")()
MISSING = getattr("shop", "missing", None)
HAS = [hasattr("a", "split"), hasattr(1, "split"), hasattr([], "__iter__"), hasattr(1, "__iter__")]
CALLABLE = [callable(len), callable(int), callable(lambda: 1), callable("len")]
