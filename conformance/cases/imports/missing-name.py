# note: A name that a module does not have.
from .parts import PROT
# --- config/parts.py ---
PORT = 25
