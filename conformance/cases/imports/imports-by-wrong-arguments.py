# note: The functions that import refuse names, packages and levels that are none.
from importlib import import_module

PROBLEMS = []
for attempt in [
    lambda: import_module(".parts", package=25),
    lambda: import_module(".parts", package=""),
    lambda: import_module(".parts", package=[1]),
    lambda: import_module(".parts"),
    lambda: import_module(25),
    lambda: import_module(""),
    lambda: import_module(None),
    lambda: __import__("parts", 3, None, (), 1),
    lambda: __import__("parts", None, None, (), -1),
    lambda: __import__(""),
    lambda: __import__(3),
]:
    try:
        attempt()
    except (TypeError, ValueError, AttributeError) as error:
        PROBLEMS.append(str(error))
PORT = import_module(".parts", "config").PORT
# --- config/parts.py ---
PORT = 25
