# note: An `__all__` that is an object without places or iteration is refused, by a module and a package in words of their own.
WORDS = []
try:
    from .plain import *
except TypeError as error:
    WORDS.append(str(error))
try:
    from .iterated import *
except TypeError as error:
    WORDS.append(str(error))
try:
    from .package import *
except TypeError as error:
    WORDS.append(str(error))
from .placed import *
# --- config/plain.py ---
__all__ = ValueError()
# --- config/iterated.py ---
class Names:
    def __iter__(self):
        return iter(["A"])


__all__ = Names()
A = 1
# --- config/package/__init__.py ---
__all__ = ValueError()
# --- config/placed.py ---
class Names:
    def __getitem__(self, at):
        return ["B"][at]


__all__ = Names()
B = 2
