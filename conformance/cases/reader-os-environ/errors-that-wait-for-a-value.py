# note: Whether a text is found, a place is there or a name is known hangs on the value that is looked for.
# env: PART=b
# env: PLACE=10
import math
import os

PART, LENGTH = os.environ["PART"], len(os.environ["PLACE"])
FOUND = {}
for name, look in {
    "index": lambda: "abc".index(PART),
    "rindex": lambda: PART.rindex("c"),
    "place": lambda: ["x", "y"][LENGTH],
    "letter": lambda: "xy"[LENGTH],
    "member": lambda: {"b"}.remove(PART),
    "name": lambda: getattr(math, PART),
    "bytes": lambda: PART.encode("ascii"),
}.items():
    try:
        FOUND[name] = look()
    except (AttributeError, IndexError, KeyError, ValueError):
        pass
NAMES = sorted(FOUND)
