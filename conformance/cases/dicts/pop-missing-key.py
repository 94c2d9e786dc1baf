# note: pop without a default needs the key.
CONFIG = {"a": 1}
CONFIG.pop("b")
