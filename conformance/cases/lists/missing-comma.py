# note: Two strings beside each other are one: a comma that was forgotten makes one host out of two.
# env: EXTRA=c.example
import os

ALLOWED_HOSTS = [
    "a.example"
    "b.example",
    os.environ["EXTRA"],
]
from .more import *
# --- config/more.py ---
MORE = "x" 'y' f"{1}" """z"""
