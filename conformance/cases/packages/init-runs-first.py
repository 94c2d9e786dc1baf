# note: Packages run before their submodules, outermost first.
import config.parts.mail
from config import LOG

RUN = list(LOG)
# --- config/__init__.py ---
LOG = ["config"]
# --- config/parts/__init__.py ---
from config import LOG

LOG.append("parts")
# --- config/parts/mail.py ---
from config import LOG

LOG.append("mail")
