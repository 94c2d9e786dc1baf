from .base import *
DEBUG = False
INSTALLED_APPS += ['c']
DATABASES['default']['OPTIONS']['sslmode'] = 'require'
HELPED = helper(lower)
HAS_PRIVATE = '_PRIVATE' in globals(), 'os' in globals()
