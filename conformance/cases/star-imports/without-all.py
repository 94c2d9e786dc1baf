# note: Without `__all__` a star import takes everything without a leading underscore, imported modules too.
from .parts import *

TAKEN = [name for name in ("HOST", "_PORT", "os", "helper") if name in globals()]
CALLED = helper()
# --- config/parts.py ---
import os

HOST = "mail"
_PORT = 25


def helper():
    return _PORT
