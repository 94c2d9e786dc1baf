# note: A cycle is fine where each module has bound what the other takes before it imports the other.
from .a import *
# --- config/a.py ---
FIRST = 1
from . import b
SECOND = b.VALUE
# --- config/b.py ---
from . import a
VALUE = a.FIRST + 1
