# note: `importlib.import_module` imports absolute and relative names.
from importlib import import_module

ABSOLUTE = import_module("config.parts").PORT
RELATIVE = import_module(".parts", package=__package__).PORT
try:
    import_module("config.nothing")
except ImportError as error:
    MESSAGE = str(error)
import_module(".parts")
# --- config/parts.py ---
PORT = 25
