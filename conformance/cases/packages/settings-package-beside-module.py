# note: A settings package takes the place of the settings module beside it.
ORIGIN = "module"
# --- config/settings/__init__.py ---
from .base import *

ORIGIN = "package"
# --- config/settings/base.py ---
DEBUG = False
