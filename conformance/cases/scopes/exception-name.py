# note: The name of an except clause is unbound after it, also where it was bound before.
error = "before"
try:
    {}["missing"]
except KeyError as error:
    MESSAGE = str(error)
STILL_THERE = "error" in globals()
