# note: A tuple's items cannot be set.
VERSION = (1, 0)
VERSION[0] = 2
