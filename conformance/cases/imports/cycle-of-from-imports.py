# note: In a cycle of from-imports the second module finds the first only partly initialised, and stops.
from .a import *
# --- config/a.py ---
from .b import VALUE
FIRST = 1
# --- config/b.py ---
from .a import FIRST
VALUE = 2
