# note: Keys keep the order of their first assignment; a key set again after it was deleted comes last.
CONFIG = {"b": 1, "a": 2}
CONFIG["b"] = 3
CONFIG["c"] = 4
AFTER_SET = list(CONFIG)
del CONFIG["b"]
CONFIG["b"] = 5
AFTER_DELETE = list(CONFIG)
MERGED = list({**{"x": 1, "y": 2}, "x": 3, "z": 4})
REVERSED = list(reversed(CONFIG))
