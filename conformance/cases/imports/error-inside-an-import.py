# note: An error in an imported module stops the settings, and its place is in that module.
from .base import *
C = 2
# --- config/base.py ---
A = 1
B = UNDEFINED + 1
