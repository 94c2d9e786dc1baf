# note: The message of a name that a module does not have tells the file of the module.
from config.other import PRESENT, ABSENT
# --- config/other.py ---
PRESENT = 1
