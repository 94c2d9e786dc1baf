# note: `find_spec` finds nothing under the name of a dot, and asks for the parent of a name that begins with one.
from importlib.util import find_spec

WORDS = []
SPECS = [find_spec(".", name) for name in (".", "a")]
for name, package in ((".local", ".b.c"), (".local", "."), ("..", "a"), (".x", "")):
    try:
        WORDS.append(find_spec(name, package))
    except ImportError as error:
        WORDS.append([type(error).__name__, str(error)])
