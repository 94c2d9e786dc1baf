# note: A tuple is always true, so this asserts nothing.
assert (False, "never said")
STARTED = True
