# note: `__init__` of a metaclass is asked only where its `__new__` gives one of its own classes.
SAID = []


class Registry(type):
    def __new__(meta, name, bases, namespace):
        return int if name == "Other" else meta if name == "Same" else super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace):
        SAID.append(name)


class Other(metaclass=Registry):
    pass


class Same(metaclass=Registry):
    pass


class Own(metaclass=Registry):
    pass


NAMES = [Other.__name__, Same.__name__, Own.__name__]
