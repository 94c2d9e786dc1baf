# note: `__all__` holds names, not values.
from .parts import *
# --- config/parts.py ---
HOST = "mail"
__all__ = [HOST, 25]
