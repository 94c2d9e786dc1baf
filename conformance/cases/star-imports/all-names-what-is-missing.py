# note: A name in `__all__` that the module lacks stops the import.
from .parts import *
# --- config/parts.py ---
__all__ = ["HOST", "PROT"]
HOST = "mail"
PORT = 25
