# note: `import a.b` binds the top, `import a.b as c` the module itself.
import config.parts.mail
import config.parts.mail as mailing
import os.path as paths

TOP = config.__name__
PORT = config.parts.mail.PORT
NAME = mailing.__name__
JOINED = paths.join("a", "b")
# --- config/parts/__init__.py ---
# --- config/parts/mail.py ---
PORT = 25
