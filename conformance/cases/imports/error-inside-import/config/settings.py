from .base import *
C = 2
