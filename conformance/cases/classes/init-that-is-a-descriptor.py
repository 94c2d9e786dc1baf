# note: An `__init__` that is a property, a static method or a class method is asked for as one before it is called.
class Host:
    @property
    def __init__(self):
        return lambda name: SEEN.append(name)


class Plain:
    @staticmethod
    def __init__():
        SEEN.append("static")


class Named:
    @classmethod
    def __init__(cls):
        SEEN.append(cls.__name__)


class Refused:
    @property
    def __init__(self, name):
        pass


SEEN = []
Host("a")
Plain()
Named()
try:
    Refused()
except TypeError as error:
    WORDS = str(error)
