# note: A directory without `__init__` loses to a module of its name.
from .parts import ORIGIN
# --- config/parts.py ---
ORIGIN = "module"
# --- config/parts/mail.py ---
ORIGIN = "directory"
