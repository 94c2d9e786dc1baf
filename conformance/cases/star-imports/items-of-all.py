# note: What `__all__` of a package lists is looked at as a whole before any name is taken; of a module, name by name.
WORDS = []
try:
    from .parts import *
except (TypeError, AttributeError) as error:
    WORDS.append(str(error))
try:
    from .plain import *
except (TypeError, AttributeError) as error:
    WORDS.append(str(error))
# --- config/parts/__init__.py ---
__all__ = ["nothing", 5]
# --- config/plain.py ---
__all__ = ["nothing", 5]
