# note: A directory without `__init__` is a package all the same, of which nothing runs.
import plain.parts.mail
from plain.parts import mail

PORT = mail.PORT
NAME = plain.parts.__name__
FILE = plain.parts.__file__
# --- plain/parts/mail.py ---
PORT = 25
