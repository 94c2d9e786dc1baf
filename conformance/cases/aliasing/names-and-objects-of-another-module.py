# note: A star-import copies names, not modules: what a function rebinds in its own module the importer does not see.
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
# --- config/base.py ---
APPS = ['a']
D = {'x': {}}
N = 1
def add(x):
    APPS.append(x)
    global N
    N += 1
    return N
# --- config/extra.py ---
from .base import APPS, D
from . import base
APPS.append('extra')
D['x']['y'] = 1
base.N = 50
base.NEW = 'set from outside'
