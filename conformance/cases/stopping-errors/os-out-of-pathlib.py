# note: Up to Python 3.12 `os` could be had from `pathlib`, which imports it for itself; 3.13 stops there.
from pathlib import Path, os

BASE_DIR = Path(__file__).resolve().parent.parent
STATIC_ROOT = os.path.join(BASE_DIR, "static")
