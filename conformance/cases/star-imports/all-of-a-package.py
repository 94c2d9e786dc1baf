# note: A submodule that the `__all__` of a package names is imported by the star.
from .parts import *

PORT = mail.PORT
# --- config/parts/__init__.py ---
__all__ = ["mail"]
# --- config/parts/mail.py ---
PORT = 25
