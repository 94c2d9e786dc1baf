# note: Bases with layouts or metaclasses of their own do not make one class, and slots must fit the class.
class Registry(type):
    pass


class Checked(type):
    pass


class Base(metaclass=Registry):
    pass


class Other(metaclass=Checked):
    pass


class Host:
    __slots__ = ("name",)


class Port:
    __slots__ = ("number",)


MESSAGES = []


def make(name, *bases, **attributes):
    try:
        MESSAGES.append(type(name, bases, attributes).__name__)
    except (TypeError, ValueError) as error:
        MESSAGES.append(str(error))


make("Number", int, str)
make("Sizes", list, dict)
make("Failure", ValueError, dict)
make("Failure", ValueError, KeyError)
make("Address", Host, Port)
make("Named", str, Host)
make("Plain", Host, object)
make("Count", int, __slots__=("unit",))
make("Label", str, __slots__=("unit",))
make("Empty", int, __slots__=())
make("Limit", __slots__=("unit",), unit=3)
make("Limit", __slots__=("unit of it",))
make("Limit", __slots__=(3,))
make("Limit", __slots__="unit")

RAN = []
try:

    class Both(Base, Other):
        RAN.append("Both")
except TypeError as error:
    MESSAGES.append(str(error))
try:

    class Own(Base, metaclass=Checked):
        RAN.append("Own")
except TypeError as error:
    MESSAGES.append(str(error))
