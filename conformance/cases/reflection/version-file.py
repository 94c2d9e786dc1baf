# note: A file that is run in a dict of its own gives its names, with the builtins beside them.
about = {}
with open("config/about.py") as file:
    exec(file.read(), about)
VERSION = about["__version__"]
NAMES = sorted(about)
PUBLIC = {name: value for name, value in about.items() if name.isupper()}
# --- config/about.py ---
__version__ = "1.4"
TITLE = "Shop"
