# note: `__all__` names what a star import takes, underscores included.
from .parts import *

TAKEN = sorted(name for name in ("HOST", "_PORT", "USER") if name in globals())
# --- config/parts.py ---
__all__ = ["HOST", "_PORT"]
HOST, _PORT, USER = "mail", 25, "me"
