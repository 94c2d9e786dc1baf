# note: With a scope of its own an include leaves the module alone.
from split_settings.tools import include

DEBUG = False
OTHER = {"__file__": __file__}
include("parts/base.py", scope=OTHER)
SEEN = OTHER["DEBUG"]
OTHER = None
# --- config/parts/base.py ---
DEBUG = True
