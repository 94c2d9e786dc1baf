# note: `super()` of a class gives functions unbound; that of a metaclass's method gives what a class is to its metaclass.
class Base:
    def name(self):
        return "base"

    @classmethod
    def kind(cls):
        return cls.__name__


class Site(Base):
    @classmethod
    def kind(cls):
        return [super().kind(), super().name(cls()), type(super().name).__name__, super().__class__.__name__]

    def unbound(self):
        self = Site
        return super().name()


KIND = Site.kind()
try:
    Site().unbound()
except TypeError as error:
    UNBOUND = str(error)


class Registry(type):
    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, {**namespace, "label": name.lower()})

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.ready = True

    def __call__(cls, *args):
        return ["made", super().__call__(*args).port]


class Checked(Registry):
    def __setattr__(cls, name, value):
        super().__setattr__(name, [value])


class Server(metaclass=Checked):
    def __init__(self, port):
        self.port = port


SERVER = Server(8000)
READY = Server.label, Server.ready


class Other(type):
    pass


class Another(metaclass=Other):
    pass


KINDS, PROBLEMS = [], []
for make in (
    lambda: type("Both", (Server, Another), {}),
    lambda: type("Function", (round,), {}),
    lambda: type("Number", (5,), {}),
    lambda: type.__new__(Checked, "Text", ("a",), {}),
    lambda: type("Number", (int, type), {}),
):
    try:
        make()
    except TypeError as error:
        PROBLEMS.append(str(error))


class Plain(Server, metaclass=type):
    pass


class Deeper(Registry("Base", (), {}), Server):
    pass


KINDS = type(Plain).__name__, type(Deeper).__name__
