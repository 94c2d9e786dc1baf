# note: Local settings that import the settings again get the module as far as it has run.
import os
DEBUG = True
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3'}}
INSTALLED_APPS = ['a']
try:
    from config.local_settings import *
except ImportError as e:
    IMPORT_FAILED = str(e)
if DEBUG:
    INSTALLED_APPS.append('debug_toolbar')
else:
    SECURE_SSL_REDIRECT = os.getenv('SSL', 'true').lower() == 'true'
# --- config/local_settings.py ---
DEBUG = False
from .settings import DATABASES
DATABASES['default']['NAME'] = 'x'
