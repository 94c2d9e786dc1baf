# note: `import a.b` makes the submodule an attribute of its package, and all ways to a module give the same object.
import config.constants
import config.parts.cache as cache
import shared
from config import VERSION, constants
from config.constants import LIMIT as MAXIMUM, Names
from config.parts import ALIASED
from config import parts
DOUBLE = constants.LIMIT * 2
SAME = config.constants is constants
CACHES = cache.CACHES
IDENTICAL = CACHES is ALIASED, parts.cache is cache
SHARED = shared.SHARED
FIRST = Names.FIRST
PACKAGE = config.__name__, constants.__name__
# --- config/__init__.py ---
VERSION = '1.0'
# --- config/constants.py ---
LIMIT = 10
class Names:
    FIRST = 'first'
# --- config/parts/__init__.py ---
from . import cache
from .cache import CACHES as ALIASED
# --- config/parts/cache.py ---
CACHES = {'default': {'BACKEND': 'x'}}
# --- shared.py ---
SHARED = ['s']
