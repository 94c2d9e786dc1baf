# note: Of a package and a module of one name the package is taken.
from .parts import ORIGIN
# --- config/parts.py ---
ORIGIN = "module"
# --- config/parts/__init__.py ---
ORIGIN = "package"
