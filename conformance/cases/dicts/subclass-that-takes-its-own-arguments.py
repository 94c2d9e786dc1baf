# note: A subclass of `dict` is filled by its `__init__`, its own or the inherited one, and not by what it is called with.
from collections import OrderedDict, defaultdict


class Config(dict):
    def __init__(self, root, defaults=None):
        super().__init__(defaults or {})
        self.root = root


class Named(OrderedDict):
    def __init__(self, name):
        super().__init__([("name", name)])


class Grouped(defaultdict):
    def __init__(self, name):
        super().__init__(list, name=name)


class Empty(dict):
    def __init__(self, *ignored):
        pass


CONFIG = Config("/srv", {"DEBUG": False})
ROOT = CONFIG.root, Config("/srv")
NAMED = Named("shop")
GROUPED = Grouped("shop")
GROUPED["apps"].append("blog")
FACTORY = GROUPED.default_factory is list
EMPTY = Empty([("a", 1)])
AGAIN = {"b": 1}
AGAIN.__init__({"a": 1}, c=2)
CONFIG = dict(CONFIG)
