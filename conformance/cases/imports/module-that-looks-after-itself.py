# note: A module may be reloaded by itself, take itself out of `sys.modules`, or call itself by another name, which errors then tell.
from config import again

COUNT = again.COUNT
try:
    from config import gone
except KeyError as error:
    GONE = str(error)
try:
    from config.renamed import nosuch
except ImportError as error:
    NAME = error.name
SETTINGS = "parts" in dir()
try:
    from os.path import nosuch
except ImportError as error:
    LIBRARY = error.name
# --- config/again.py ---
import importlib
import sys

COUNT = globals().get("COUNT", 0) + 1
importlib.reload(sys.modules[__name__])
# --- config/gone.py ---
import sys

del sys.modules[__name__]
# --- config/renamed.py ---
from config import __name__
