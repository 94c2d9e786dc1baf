# note: A package that binds the name of its submodule after importing it keeps its own.
import config.parts.mail

FOUND = config.parts.mail
# --- config/parts/__init__.py ---
from .mail import mail
# --- config/parts/mail.py ---
mail = "the function"
