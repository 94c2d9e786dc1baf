# note: Deleting an attribute that a module does not have names no module.
from . import base

del base.DEBUG
try:
    del base.DEBUG
except AttributeError as error:
    TWICE = str(error)
try:
    base.DEBUG
except AttributeError as error:
    READ = str(error)
# --- config/base.py ---
DEBUG = True
