# note: A dict is made of pairs; the message counts them.
CONFIG = dict([("a", 1), ("b", 2, 3)])
