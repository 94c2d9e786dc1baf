# note: A star import asks the `__getattr__` of a module for `__all__`; what it raises besides an AttributeError comes out.
from .names import *

try:
    from .broken import *
except TypeError as error:
    REASON = str(error)
# --- config/names.py ---
PORT = 25
HOST = "a.org"


def __getattr__(name):
    if name == "__all__":
        return ["PORT"]
    raise AttributeError(name)
# --- config/broken.py ---
def __getattr__(name):
    raise TypeError(f"{name} is not for you")
