# note: A directory without `__init__.py` inside a package is a package too, and its modules know their parents.
# settings: config.stages.live
# --- config/stages/live.py ---
from .common import *
from config.stages import common
from ..shared import OWNER

DEBUG = False
SAME_LIST = common.INSTALLED_APPS is INSTALLED_APPS
PACKAGE = __package__
NO_FILE = __import__("config.stages", fromlist=["live"]).__file__ is None
# --- config/stages/common.py ---
INSTALLED_APPS = ["shop"]
# --- config/shared.py ---
OWNER = "ops"
