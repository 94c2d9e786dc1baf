# note: A path cannot be added to a text: it is joined with a slash.
from pathlib import Path

BASE_DIR = Path("/srv/shop")
TEMPLATES = f"{BASE_DIR}/templates"
try:
    STATIC = BASE_DIR + "/static"
except TypeError as error:
    REFUSED = str(error)
STATIC_ROOT = str(BASE_DIR / "static")
EQUAL = BASE_DIR == Path("/srv//shop/./"), BASE_DIR == "/srv/shop"
