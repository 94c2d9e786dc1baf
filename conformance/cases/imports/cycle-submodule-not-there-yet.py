# note: A submodule that is still being imported is not yet an attribute of its package.
import config.database
# --- config/database.py ---
import config.cache

DATABASES = {}
# --- config/cache.py ---
import config.database

CACHES = {"of": config.database.DATABASES}
