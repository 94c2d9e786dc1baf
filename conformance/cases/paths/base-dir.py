# note: Paths of the project are worked out from the place of the settings file.
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
OLD_BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAME = str(BASE_DIR) == OLD_BASE_DIR
STATIC_ROOT = BASE_DIR / "static" / "collected"
TAIL = STATIC_ROOT.relative_to(BASE_DIR).parts
HERE = Path(__file__).name
