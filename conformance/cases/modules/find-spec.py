# note: `find_spec` tells whether a module is there without running it, the project's own and standard ones too.
from importlib.util import find_spec

HAS_LOCAL = find_spec("config.local") is not None
HAS_EXTRA = find_spec("config.extra") is not None
HAS_NEIGHBOUR = find_spec(".extra", "config") is not None
HAS_JSON = find_spec("json") is not None
EXTRA_NAME = find_spec("config.extra").name
try:
    find_spec("os.local")
except ModuleNotFoundError as error:
    REFUSED = str(error)
# --- config/extra.py ---
raise RuntimeError("not to be run")
