# note: What documents a module is without its indentation, also where it stands in brackets.
from . import parts

SHOWN = [parts.__doc__, __doc__]
# --- config/parts.py ---
("""  Parts
    of the settings.
""")
