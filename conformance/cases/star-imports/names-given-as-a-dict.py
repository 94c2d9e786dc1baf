# note: A dict is no list of names, also where the module gives whatever is asked for.
try:
    from .given import *
except TypeError:
    REFUSED = True
try:
    from .anything import *
except TypeError:
    REFUSED_AS_WELL = True
HELD = "PORT" in globals()
# --- config/given.py ---
PORT = 25
__all__ = {"PORT": "the port"}
# --- config/anything.py ---
def __getattr__(name):
    return {"PORT": 9}
