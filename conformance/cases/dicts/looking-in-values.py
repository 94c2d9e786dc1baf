# note: The values of a dict have no `__contains__`: they are gone through where something is looked for in them.
# env: SHOP=8000
import os

PORTS = {"web": 80, os.environ["SHOP"]: 8000, "hosts": ["shop"]}
METHODS = [hasattr(view, "__contains__") for view in (PORTS.keys(), PORTS.values(), PORTS.items())]
FOUND = [80 in PORTS.values(), ["shop"] in PORTS.values(), 25 in PORTS.values(), 25 not in PORTS.values()]
