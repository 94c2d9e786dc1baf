# note: Dicts merge by unpacking, by | and by update, the last one winning; |= changes the dict it stands for.
BASE = {"a": 1, "b": 2}
SAME = BASE
UNPACKED = {**BASE, "b": 3}
JOINED = BASE | {"c": 4}
SAME |= {"d": 5}
SAME |= [("e", 6)]
CALLED = dict(BASE, f=7)
PAIRS = dict([("x", 1), ["y", 2], "zw"])
