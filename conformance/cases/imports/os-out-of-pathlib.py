# note: Up to Python 3.12 `os` could be had from `pathlib`, which imports it for itself; 3.13 refuses it.
try:
    from pathlib import Path, os
except ImportError as error:
    REFUSED = [type(error).__name__, error.name]

BOUND = "Path" in globals(), "os" in globals()
