# note: A base that is no class has its own class called, as a metaclass is.
class Plain:
    pass


class Recorded:
    def __init__(self, name, bases, namespace):
        self.name = name
        self.port = namespace["PORT"]


RESULTS = []


def derive(base):
    class Derived(base):
        PORT = 8000

    return Derived


for base in (Plain(), ValueError("x")):
    try:
        RESULTS.append(type(derive(base)).__name__)
    except TypeError as error:
        RESULTS.append(type(error).__name__)
made = derive(Recorded("", (), {"PORT": 0}))
MADE = [made.name, made.port]
