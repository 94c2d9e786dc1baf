# note: Django sees the module's own values out of dynaconf, with tuples as lists and without its helpers.
# declared: dynaconf
# setup: dynaconf
import os

import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
DEBUG = False
ALLOWED_HOSTS = ("a.example", "b.example")
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": {"pair": (1, 2)}}}
LIMIT = "@int 5"
_PRIVATE = {"a", "b"}
helper = os.getcwd

settings = dynaconf.DjangoDynaconf(__name__)
