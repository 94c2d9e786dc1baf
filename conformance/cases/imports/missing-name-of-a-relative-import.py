# note: A name that a module does not have stops the from-import, with the full name and the file of the module.
from .parts import PROT
# --- config/parts.py ---
PORT = 25
