# note: A part that is no Python stops the settings.
from split_settings.tools import include

include("parts/base.py")
# --- config/parts/base.py ---
DEBUG = False
SECRET_KEY = =
