# note: A dict into which another is spread out holds the same values: what is added to one of them is seen in both.
# env: EXTRA=1
import os

BASE = {}
SAME = BASE
if os.environ.get("EXTRA"):
    BASE["apps"] = []
BOTH = {**BASE, "name": "shop"}
BOTH.setdefault("apps", []).append("blog")
