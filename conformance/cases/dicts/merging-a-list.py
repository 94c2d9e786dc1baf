# note: Only two dicts merge by |.
CONFIG = {"a": 1} | [("b", 2)]
