# note: `suppress` looks at what it was given only when an error leaves its block, and then refuses what is no class.
from contextlib import suppress

with suppress(0, "text"):
    QUIET = True
with suppress(KeyError, 0):
    {}["missing"]
CAUGHT = True
try:
    with suppress(KeyError, 0):
        raise ValueError("first")
except TypeError as error:
    REFUSED = [str(error), repr(error.__context__)]
