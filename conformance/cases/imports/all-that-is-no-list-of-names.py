# note: `__all__` must hold strings.
from .base import *

DEBUG = False
# --- config/base.py ---
__all__ = ["DEBUG", None]
DEBUG = True
