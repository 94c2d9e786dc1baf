# note: A module runs once, whatever the ways by which it is imported.
import config.parts.mail
from config.parts import LOG, mail
from .parts.mail import PORT

RUNS = list(LOG)
SAME = config.parts.mail is mail
# --- config/parts/__init__.py ---
LOG = ["parts"]
# --- config/parts/mail.py ---
from . import LOG

LOG.append("mail")
PORT = 25
