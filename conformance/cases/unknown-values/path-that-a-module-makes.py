# note: A module that gives whatever is asked for has a `__path__` too, and so is taken for a package: how it refuses a star import is not modelled.
# unknown: REASON
try:
    from .anything import *
except TypeError as error:
    REASON = str(error)
# --- config/anything.py ---
def __getattr__(name):
    return None
