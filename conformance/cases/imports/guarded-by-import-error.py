# note: A handler of ImportError also takes the error of a module that imports something missing, and what ran before stays undone.
try:
    from .local import *
except ImportError as error:
    REASON = str(error)
    MISSING = error.name
DEBUG = "DEBUG" in globals()
# --- config/local.py ---
DEBUG = True
import a_tool_nobody_has
