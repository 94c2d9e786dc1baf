# note: What the settings put into os.environ they read again; only text goes in.
# env: KEPT=given
import os

os.environ.setdefault("KEPT", "default")
os.environ.setdefault("NEW", "default")
os.environ["SET"] = "x" * 3
os.environ.update({"MORE": "1"}, LAST="2")
POPPED = os.environ.pop("MORE"), os.environ.pop("MORE", None)
del os.environ["SET"]

VALUES = [os.environ.get(name) for name in ("KEPT", "NEW", "SET", "MORE", "LAST")]
REFUSED = None
try:
    os.environ["NUMBER"] = 5
except TypeError as error:
    REFUSED = str(error)
