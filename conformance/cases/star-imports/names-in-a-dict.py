# note: Names are taken from `__all__` by their places, which a dict does not have: a package looks whether they are texts first.
WORDS = []
try:
    from .parts import *
except TypeError as error:
    WORDS.append(str(error))
try:
    from .plain import *
except TypeError as error:
    WORDS.append(str(error))
try:
    from .numbered import *
except TypeError as error:
    WORDS.append(str(error))
# --- config/parts/__init__.py ---
port = 80
__all__ = {"port": 80}
# --- config/numbered/__init__.py ---
__all__ = {1: 80}
# --- config/plain.py ---
port = 80
__all__ = {"port": 80}
