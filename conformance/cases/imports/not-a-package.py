# note: A plain module has no submodules.
from config.parts.mail import PORT
# --- config/parts.py ---
PORT = 25
