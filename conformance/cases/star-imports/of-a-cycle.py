# note: A star import of a module that is still running takes what it has so far.
FIRST = 1
from .late import *

SECOND = 2
# --- config/late.py ---
from .settings import *

SEEN = sorted(name for name in dir() if name in ("FIRST", "SECOND"))
