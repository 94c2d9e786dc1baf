# note: A value that a loop may put elsewhere is still the same value under its other name.
# env: NAMES=a,default
import os

CACHES = {"default": {"OPTIONS": {}}}
DEFAULT = CACHES["default"]
for name in os.environ.get("NAMES", "").split(","):
    if name == os.environ.get("REPLACED"):
        CACHES[name] = {"OPTIONS": {}}
CACHES["default"]["OPTIONS"]["timeout"] = 1
OPTIONS = {"first": {}}
FIRST = OPTIONS["first"]
for name in os.environ.get("NAMES", "").split(","):
    OPTIONS[name] = {}
OPTIONS["first"]["x"] = 1
