# note: In a cycle of imports a name that is not bound yet cannot be imported.
from .database import DATABASES
# --- config/database.py ---
from .cache import CACHES

DATABASES = {}
# --- config/cache.py ---
from .database import DATABASES

CACHES = {}
