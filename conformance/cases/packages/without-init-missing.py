# note: A missing name of a directory without `__init__`.
from plain.parts import post
# --- plain/parts/mail.py ---
PORT = 25
