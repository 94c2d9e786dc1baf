# note: The names, values and items of the environment are views of it: they are no lists, and change with it.
# env: HOST=a.org
import os

NAMES, ITEMS = os.environ.keys(), os.environ.items()
TYPES = [type(NAMES).__name__, type(os.environ.values()).__name__, type(ITEMS).__name__]
ARE_LISTS = [isinstance(view, list) for view in (NAMES, ITEMS)]
HAS = ["HOST" in NAMES, ("HOST", "a.org") in ITEMS, "a.org" in os.environ.values(), "PORT" in NAMES]
os.environ["PORT"] = "8000"
CHANGED = "PORT" in NAMES
BOTH = sorted(NAMES & {"HOST", "PORT", "DEBUG"})
MISSING = {"HOST", "DEBUG"} - NAMES
PORTS = {name: value for name, value in ITEMS if name == "PORT"}
WORDS = []
for use in (lambda: NAMES + ["DEBUG"], lambda: NAMES[0], lambda: ITEMS.append(1), lambda: NAMES.sort()):
    try:
        use()
    except (TypeError, AttributeError) as error:
        WORDS.append(str(error))
