# note: A missing name of a directory without `__init__` is reported with an unknown location.
from plain.parts import post
# --- plain/parts/mail.py ---
PORT = 25
