# note: An error in a package stops what is inside it.
DEBUG = False
# --- config/__init__.py ---
from .celery import app
# --- config/celery.py ---
app = undefined_application
