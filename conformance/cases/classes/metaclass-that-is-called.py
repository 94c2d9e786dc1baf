# note: What is given as a metaclass and is no class is called whatever the bases are, with what a class statement puts into its namespace.
class Maker:
    pass


def listed(name, bases, namespace):
    return [key for key in namespace if key in ("__module__", "__qualname__", "PORT")]


class Plain:
    pass


def keyword():
    class Made(Plain, tag=1):
        pass


def maker():
    class Made(metaclass=Maker()):
        pass


def both():
    class Made(len, metaclass={}):
        pass


class Port(metaclass=listed):
    PORT = 25


NAMES = Port
WORDS = []
for run in (keyword, maker, both):
    try:
        run()
    except TypeError as error:
        WORDS.append(str(error))


class Slotted:
    __slots__ = {"port"}


try:
    Slotted().host = "a.org"
except AttributeError as error:
    WORDS.append(str(error))
