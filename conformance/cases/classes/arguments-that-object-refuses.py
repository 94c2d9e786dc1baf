# note: `object.__new__` and `object.__init__` take no arguments where the class has its own, and each says so in its words.
class Single:
    found = None

    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Started:
    def __init__(self, *args):
        super().__init__(*args)


class Plain:
    pass


class Made:
    def __new__(cls, *args):
        return object.__new__(cls)

    def __init__(self, port):
        self.port = port


WORDS = []
for run in (lambda: Single(1), lambda: Started(1), lambda: Plain(1), lambda: object.__init__(Plain(), 1)):
    try:
        run()
    except TypeError as error:
        WORDS.append(str(error))
PORT = Made(25).port
HAS = [hasattr(one, "__annotations__") for one in (list, int, Plain)]
NONE = issubclass(Plain(), ())
