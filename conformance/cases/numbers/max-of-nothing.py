# note: The largest of nothing needs a default.
TIMEOUT = max([])
