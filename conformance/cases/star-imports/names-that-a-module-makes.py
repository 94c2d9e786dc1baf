# note: What `__all__` lists may come of the module's `__getattr__`.
from .parts import *

try:
    from .others import *
except AttributeError as error:
    MISSED = str(error)
# --- config/parts/__init__.py ---
__all__ = ["HOST", "PORT"]
PORT = 25


def __getattr__(name):
    if name == "HOST":
        return "a.org"
    raise AttributeError(name)
# --- config/others/__init__.py ---
__all__ = ["HOST"]


def __getattr__(name):
    raise AttributeError("there is no " + name)
