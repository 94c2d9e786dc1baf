# note: Only the branch that is taken is evaluated.
DEBUG = False
LEVEL = "DEBUG" if DEBUG else "INFO"
SAFE = 1 / 0 if DEBUG else 0
NESTED = "a" if DEBUG else "b" if not DEBUG else "c"
