# note: A submodule is among a package's names once somebody has imported it.
from .parts import *

BEFORE = "mail" in globals()
from .parts import mail as loaded
from .parts import *

AFTER = "mail" in globals()
# --- config/parts/__init__.py ---
# --- config/parts/mail.py ---
PORT = 25
