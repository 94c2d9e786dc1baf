# note: While a module is being imported, the message for a missing attribute says so.
from . import base
# --- config/base.py ---
import config.settings

PROBLEMS = []
try:
    config.settings.DEBUG
except AttributeError as error:
    PROBLEMS.append(str(error))
try:
    from config import settings

    settings.DEBUG
except (AttributeError, ImportError) as error:
    PROBLEMS.append([type(error).__name__, str(error).partition(" (/")[0].partition(" from '/")[0]])
raise ValueError(PROBLEMS)
