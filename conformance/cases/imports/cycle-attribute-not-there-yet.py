# note: In a cycle of imports an attribute that is not bound yet is told from one that is missing.
from . import database
# --- config/database.py ---
from . import cache

DATABASES = {}
# --- config/cache.py ---
from . import database

CACHES = {"of": database.DATABASES}
