DEBUG = False
from .nothing import *
