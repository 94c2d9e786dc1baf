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
