# note: 1, 1.0 and True are one key: the first key stays and the last value counts.
KEYS = {1: "int", 1.0: "float", True: "bool"}
FALSE = {0: "zero", False: "no", "": "empty", None: "none"}
FOUND = [KEYS[True], 1.0 in KEYS, {1, 1.0, True} == {1}, {(1, 2): "t"}[(1.0, 2)]]
