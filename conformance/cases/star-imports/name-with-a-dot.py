# note: A name with a dot in the `__all__` of a package is looked for as a module, before any other name is missed.
try:
    from .parts import *
except ImportError as error:
    ERROR = [type(error).__name__, str(error)]
try:
    from .mails import *
except AttributeError as error:
    MAILS_ERROR = [type(error).__name__, str(error)]
# --- config/parts/__init__.py ---
__all__ = ["missing", "mail.smtp", "web"]
# --- config/mails/__init__.py ---
__all__ = ["smtp.PORT"]
# --- config/mails/smtp.py ---
PORT = 25
