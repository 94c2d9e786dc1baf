# note: A part that an earlier pattern brought is included once, and each part reads and replaces what came before it.
from split_settings.tools import include, optional
DEBUG = True
include('components/base.py', 'components/*.py', optional('local.py'))
# --- config/components/__init__.py ---
# --- config/components/base.py ---
BASE = DEBUG
# --- config/components/database.py ---
DATABASES = {'default': {'ENGINE': 'x'}}
DEBUG = False
