# note: `__all__` is a value like any other: extended, appended to, made of another module's.
from .parts import *
# --- config/parts.py ---
from . import more
from .more import *

__all__ = ["HOST"]
__all__ += more.__all__
__all__.append("USER")
HOST, USER, IGNORED = "mail", "me", "x"
# --- config/more.py ---
__all__ = ("PORT",)
PORT, OTHER = 25, "y"
