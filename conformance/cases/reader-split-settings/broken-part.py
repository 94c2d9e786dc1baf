# note: An error inside a part is told at its own line.
from split_settings.tools import include

include("parts/base.py")
# --- config/parts/base.py ---
DEBUG = False

SECRET_KEY = UNDEFINED
