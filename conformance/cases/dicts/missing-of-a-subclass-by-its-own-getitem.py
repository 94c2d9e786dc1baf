# note: `dict.__getitem__` asks the `__missing__` of a subclass, also where it is called by `super()` or by its name.
from collections import defaultdict


class Upper(dict):
    def __getitem__(self, key):
        return super().__getitem__(key.upper())

    def __missing__(self, key):
        return "no " + key


SETTINGS = Upper(HOST="a.org")
READ = SETTINGS["host"], SETTINGS["port"], dict.__getitem__(SETTINGS, "port")
GROUPS = defaultdict(list)
GROUPS.__getitem__("a").append(1)
SHARED = {1: {2}, 3: 4}.items() & [(3, 4), (1, 5)]
