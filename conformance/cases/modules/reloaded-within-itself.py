# note: A module that runs itself again is no longer called partially initialized.
from . import again

WORDS = again.WORDS
# --- config/again.py ---
import importlib
import sys

WORDS = []
for _ in range(2):
    try:
        sys.modules[__name__].missing
    except AttributeError as error:
        WORDS.append("partially" in str(error))
    if not globals().get("done"):
        done = True
        importlib.reload(sys.modules[__name__])
