# note: Of two star imports the later wins; the functions of each keep their own module's names.
from .first import *
from .second import *

ASKED = host_of_first()
# --- config/first.py ---
HOST = "first"


def host_of_first():
    return HOST
# --- config/second.py ---
HOST = "second"
