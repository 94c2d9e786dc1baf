# note: An optional part may be missing, and an empty name is passed over.
import os

from split_settings.tools import include, optional

DEBUG = False
include(
    optional("local.py"),
    optional(os.environ.get("EXTRA_SETTINGS", "")),
    optional("parts/extra.py"),
)
# --- config/parts/extra.py ---
DEBUG = True
