# note: A module of the project takes the place of one of the standard library.
import secrets
from email import HOST

KEY = secrets.KEY
# --- secrets.py ---
KEY = "k"
# --- email/__init__.py ---
HOST = "mail"
