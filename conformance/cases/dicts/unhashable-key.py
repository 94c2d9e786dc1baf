# note: What can change cannot be a key.
CONFIG = {["a"]: 1}
