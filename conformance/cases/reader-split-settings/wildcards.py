# note: A pattern includes every file that fits; what does not hang on their order is known.
from split_settings.tools import include

COMMON = ["shop"]
include("parts/*.py")
# --- config/parts/cache.py ---
CACHES = {"default": {"LOCATION": COMMON[0]}}
# --- config/parts/database.py ---
DATABASES = {"default": {"NAME": COMMON[0]}}
# --- config/parts/notes.txt ---
not python
