# note: Code of the package around the settings that asks `django.conf.settings` first has the settings loaded then, and fails on what they hold.
import os

BROKER = os.environ.get("BROKER")
# --- config/__init__.py ---
from .queue import scheme
# --- config/queue.py ---
from django.conf import settings

def scheme_of(address):
    return address.split(":")[0]

scheme = scheme_of(settings.BROKER)
