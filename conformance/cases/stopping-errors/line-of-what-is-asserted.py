# note: A failed assertion is told at the line of its condition.
DEBUG = True
assert (
    not DEBUG
), (
    "DEBUG is on"
)
