# note: Of a package all modules that are named are imported before any name is missed.
from .parts.mail import PORT
# --- config/parts/__init__.py ---
from config.parts import LOG, mail
# --- config/parts/mail.py ---
from . import LOG
