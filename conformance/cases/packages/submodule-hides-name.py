# note: Importing a submodule binds its name in the package, over what stood there.
import config.parts
from config.parts import mail as before

BEFORE = before
import config.parts.mail

AFTER = config.parts.mail.PORT
# --- config/parts/__init__.py ---
mail = "a text"
# --- config/parts/mail.py ---
PORT = 25
