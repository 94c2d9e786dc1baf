from .base import *
from . import extra
from . import base
BEFORE = N, list(APPS)
CALLED = add('from settings')
AFTER = N, base.N, APPS
APPS = APPS + ['rebound']
APPS_IN_BASE = base.APPS
NEW = base.NEW
SHARED = D is base.D, APPS is base.APPS
