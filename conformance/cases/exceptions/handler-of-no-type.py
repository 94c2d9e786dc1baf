# note: A handler that names no exception class fails when an exception comes.
try:
    1 / 0
except "ZeroDivisionError":
    pass
