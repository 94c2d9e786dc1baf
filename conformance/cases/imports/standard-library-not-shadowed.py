# note: A module inside a package shadows nothing.
import json

from .json import ENCODED as OWN

ENCODED = json.dumps({"a": 1})
# --- config/json.py ---
ENCODED = "own"
