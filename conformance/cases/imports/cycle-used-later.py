# note: A cycle is fine when the other module is used only when it is complete.
from . import database

CACHES = database.caches()
# --- config/database.py ---
from . import cache

PREFIX = "db"


def caches():
    return cache.named()
# --- config/cache.py ---
from . import database


def named():
    return {"default": database.PREFIX}
