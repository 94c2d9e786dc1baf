# note: Included files run in the namespace of the file that includes them, in order, with its `__file__`.
import os

from split_settings.tools import include

SITE = "shop"
include("parts/base.py", "parts/database.py")
LAST = sorted(INSTALLED_APPS)
# --- config/parts/base.py ---
DEBUG = False
INSTALLED_APPS = [SITE]
WHERE = os.path.basename(__file__)
# --- config/parts/database.py ---
INSTALLED_APPS.append("reports")
DATABASES = {"default": {"NAME": SITE}}
