# note: A number is no pair.
CONFIG = dict([1, 2])
