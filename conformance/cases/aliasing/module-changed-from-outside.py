# note: A name set on a module from outside is seen by the module's own functions, not by names imported before.
from . import base
from .base import DEBUG, is_debug

base.DEBUG = True
IMPORTED = DEBUG
ASKED = is_debug()
# --- config/base.py ---
DEBUG = False


def is_debug():
    return DEBUG
