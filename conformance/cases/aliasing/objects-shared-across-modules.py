# note: A star-import shares objects: `+=` on a list changes it for all, `+` and a rebound name for one module only.
from . import base
from .base import *

FIRST = add('two')
APPS += ['three']
SAME = APPS is base.APPS, base.APPS
APPS = APPS + ['four']
SECOND = add('five')
APART = APPS, base.APPS
COUNT += 1
COUNTS = COUNT, base.COUNT
OPTIONS['b'] = 2
OPTIONS |= {'c': 3}
SHARED = base.OPTIONS
BOTH = [base.APPS] * 2
BOTH[0].insert(-1, 'six')
I, J = Site('x'), Site('y')
Site.K = 7
SITES = I.total, J.total, Site('z').total, Site.names, I.names is J.names
base.APPS[1:3] = []
for APP in base.APPS:
    if APP == 'six':
        base.APPS.remove(APP)
        break
else:
    MISSED = True
LEFT = BOTH
# --- config/base.py ---
APPS = ['one']
OPTIONS = {'a': 1}
COUNT = 1


def add(app, _seen=[]):
    _seen.append(app)
    APPS.append(app)
    return len(_seen)


class Site:
    names = []
    K = 1

    def __init__(self, name):
        self.names.append(name)
        self.K = self.K + len(self.names)

    @property
    def total(self):
        return self.K * 10
