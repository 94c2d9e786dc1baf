# note: `contextlib.suppress` ends its body at the exception.
from contextlib import suppress

BEFORE = AFTER = "unset"
with suppress(KeyError):
    BEFORE = "set"
    {}["missing"]
    AFTER = "set"
