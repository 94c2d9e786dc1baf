# note: `X = X + [...]` makes a new list and leaves the importer's and the module's apart.
from . import base
from .base import *

MIDDLEWARE = MIDDLEWARE + ["late"]
IN_BASE = base.MIDDLEWARE
SAME = MIDDLEWARE is base.MIDDLEWARE
# --- config/base.py ---
MIDDLEWARE = ["early"]
