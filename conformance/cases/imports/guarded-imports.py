# note: A missing module raises ModuleNotFoundError, a missing name ImportError, and both tell the name of the module.
# declared: celery
# unknown: TOLD
try:
    import not_installed_package
    HAS = True
except ImportError:
    HAS = False
try:
    from .local_settings import *
except ImportError:
    LOCAL = 'none'
try:
    from .present import *
except ImportError:
    PRESENT = False
try:
    import celery
    HAS_CELERY = True
except ImportError:
    HAS_CELERY = False
try:
    import json, missing_too
except ModuleNotFoundError as error:
    MESSAGE = str(error), error.name
try:
    from json import nothing_like_it
except ImportError as error:
    CANNOT = error.name
    TOLD = 'nothing_like_it' in str(error)
import importlib.util
SPEC = importlib.util.find_spec('not_installed_package') is None, importlib.util.find_spec('json') is not None
# --- config/present.py ---
PRESENT = True
EXTRA = 'x'
