# note: The names of `__all__` are asked for by their places, which an iterator does not have.
from .parts import *
# --- config/parts.py ---
__all__ = iter(["HOST"])
HOST = "mail"
