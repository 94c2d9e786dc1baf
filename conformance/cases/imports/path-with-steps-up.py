# note: A directory on `sys.path` may be written with steps up in it.
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "apps"))
sys.path.append(HERE + "/../lib//./shared/")

from limits import LIMIT
from sizes import SIZE
# --- apps/limits.py ---
LIMIT = 5
# --- lib/shared/sizes.py ---
SIZE = 7
