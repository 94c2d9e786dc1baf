# note: A module that takes its package out of `sys.modules` is missed as its attribute, and stays imported itself.
import sys

WORDS = None
try:
    from config import gone
except KeyError as error:
    WORDS = error.args
import config

IS_BOUND = "gone" in globals()
IS_LOADED = "config.gone" in sys.modules
# --- config/gone.py ---
import sys

del sys.modules["config"]
