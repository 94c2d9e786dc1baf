# note: A star-import of a module that does not exist stops with its full dotted name.
DEBUG = False
from .nothing import *
