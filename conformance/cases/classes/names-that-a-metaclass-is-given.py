# note: A metaclass is given what CPython binds in a class body too; a class that it makes is named as the statement says.
SEEN = []


class Registry(type):
    def __new__(mcs, name, bases, space):
        SEEN.append([sorted(space), {key: value for key, value in space.items() if key.isupper()}, space["__qualname__"]])
        return type.__new__(mcs, name, bases, {**space, "ADDED": True})


class Site(metaclass=Registry):
    PORT = 80


def make():
    class Local(metaclass=Registry):
        PORT = 81

    return Local


VALUES = [Site.PORT, Site.ADDED, Site.__qualname__, repr(make()), make().PORT]
LAYOUTS = []
for bases in ((list, type), (OSError, ImportError), (NameError, AttributeError), (property, int), (OSError, KeyError)):
    try:
        LAYOUTS.append(type("Made", bases, {}).__name__)
    except TypeError as error:
        LAYOUTS.append(str(error))
