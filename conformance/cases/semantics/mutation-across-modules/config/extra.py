from .base import APPS, D
from . import base
APPS.append('extra')
D['x']['y'] = 1
base.N = 50
base.NEW = 'set from outside'
