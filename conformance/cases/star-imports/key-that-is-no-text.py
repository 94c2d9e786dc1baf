# note: A star-import of a module whose namespace has a key that is no text stops there; what came before it is bound.
try:
    from .base import *
except TypeError as error:
    REFUSED = str(error)
FIRST_IS_BOUND = "FIRST" in globals()
LAST_IS_BOUND = "LAST" in globals()
# --- config/base.py ---
FIRST = 1
globals().update({8000: "port"})
LAST = 2
