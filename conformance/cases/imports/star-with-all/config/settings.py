from config.base import *
HAS_C = 'C' in globals()
HAS_B = _B
F = f()
