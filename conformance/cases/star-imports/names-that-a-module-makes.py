# note: What `__all__` lists may come of the module's `__getattr__`.
from .parts import *
# --- config/parts/__init__.py ---
__all__ = ["HOST", "PORT"]
PORT = 25


def __getattr__(name):
    if name == "HOST":
        return "a.org"
    raise AttributeError(name)
