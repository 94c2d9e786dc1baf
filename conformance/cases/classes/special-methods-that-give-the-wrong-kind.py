# note: What `__str__`, `__index__`, `__init__` and their like give back has to be of their kind.
class Wrong:
    def __str__(self):
        return 3

    def __repr__(self):
        return None

    def __format__(self, spec):
        return 3

    def __bytes__(self):
        return "b"

    def __hash__(self):
        return "h"

    def __index__(self):
        return "i"

    def __float__(self):
        return 1

    __iter__ = None
    __contains__ = None


class Made:
    def __init__(self):
        return 3


class Around:
    def name(self):
        return __class__.__name__, [__class__ for _ in range(1)][0] is Around

    hidden = property()


class Within(Around):
    pass


WORDS = []
wrong = Wrong()
for run in (
    lambda: str(wrong), lambda: repr(wrong), lambda: f"{wrong}", lambda: bytes(wrong), lambda: hash(wrong),
    lambda: [1][wrong], lambda: "a" * wrong, lambda: float(wrong), lambda: list(wrong), lambda: 3 in wrong,
    lambda: Made(), lambda: Around().hidden, lambda: "%s" % wrong, lambda: f"{wrong!r}", lambda: range(wrong),
):
    try:
        run()
    except (TypeError, AttributeError) as error:
        WORDS.append(str(error))
    else:
        WORDS.append("fine")

NAME = Within().name()
