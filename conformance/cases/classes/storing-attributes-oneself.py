# note: A class's own __setattr__ or __delattr__ is asked before properties, for subclasses of dict too; a metaclass's for the class itself.
class Prefixed:
    @property
    def host(self):
        return "shown"

    def __setattr__(self, name, value):
        object.__setattr__(self, "_" + name, value)


class Sizes(dict):
    @property
    def limit(self):
        return self["limit"]

    @limit.setter
    def limit(self, value):
        self["limit"] = value * 2


class Constants(type):
    def __setattr__(cls, name, value):
        if name.isupper():
            raise AttributeError(f"{name} is a constant")
        super().__setattr__(name, value)


class Ports(metaclass=Constants):
    WEB = 80


class Kept:
    deleted = []

    def __delattr__(self, name):
        self.deleted.append(name)
        super().__delattr__(name)


prefixed = Prefixed()
prefixed.host = "db"
HOST = prefixed.host
STORED = vars(prefixed)

sizes = Sizes()
sizes.limit = 4
sizes.note = "n"
SIZES = [dict(sizes), sizes.limit, vars(sizes)]

Ports.spare = 81
SPARE = Ports.spare
try:
    Ports.WEB = 443
except AttributeError as error:
    REFUSED = str(error)

kept = Kept()
kept.x = 1
del kept.x
DELETED = [Kept.deleted, vars(kept)]
