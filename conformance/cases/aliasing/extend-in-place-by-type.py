# note: `+=` changes a list where it stands, and makes a new tuple, string or number.
from . import base
from .base import *

APPS += ["b"]
HOSTS += ("b",)
NAME += "b"
PORT += 1
LEFT_IN_BASE = (base.APPS, base.HOSTS, base.NAME, base.PORT)
# --- config/base.py ---
APPS = ["a"]
HOSTS = ("a",)
NAME = "a"
PORT = 8000
