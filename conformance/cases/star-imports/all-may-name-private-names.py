# note: `__all__` alone decides what a star-import brings: a name with an underscore too, and functions see the names it leaves out.
from config.base import *
HAS_C = 'C' in globals()
HAS_B = _B
F = f()
# --- config/base.py ---
__all__ = ['A', '_B', 'f']
A = 1
_B = 2
C = 3
def f():
    return C
