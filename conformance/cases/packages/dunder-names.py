# note: A module and a package know their name, their package and their file.
"""The settings of a shop."""
from . import parts
from .parts import mail

NAMES = [__name__, parts.__name__, mail.__name__]
PACKAGES = [__package__, parts.__package__, mail.__package__]
TEXTS = [__doc__, parts.__doc__, mail.__doc__]
FILES = [module.__file__.split("/")[-1] for module in (parts, mail)]
HAS_PATH = [hasattr(parts, "__path__"), hasattr(mail, "__path__")]
SPEC = [__spec__.name, __spec__.parent]
# --- config/parts/__init__.py ---
"Parts."
# --- config/parts/mail.py ---
PORT = 25
