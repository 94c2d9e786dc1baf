# note: Notes are added to a list alone.
error = ValueError("bad port")
error.__notes__ = ("see PORT",)
try:
    error.add_note("in .env")
except TypeError as problem:
    REFUSED = str(problem)
MODULES = [hasattr(error, "__module__"), hasattr(object(), "__module__")]
