# note: A class whose `__iter__` is None, or fails, is refused in the words of what wants to go through it.
class Without:
    __iter__ = None


class Wrong:
    def __iter__(self):
        return 3


class Failing:
    def __iter__(self):
        raise TypeError("not today")


class Keys:
    def __init__(self, keys):
        self.given = keys

    def keys(self):
        return self.given.names


class Placed:
    def __getitem__(self, place):
        return place


def take(*args, **kwargs):
    return args, kwargs


def assigned(value):
    apps = ["shop"]
    apps[1:] = value


def reason(run, value):
    try:
        return str(run(value))
    except TypeError as error:
        return str(error)


RUNS = [
    lambda value: 3 in value, lambda value: list(value), lambda value: iter(value), lambda value: ",".join(value), lambda value: b",".join(value),
    lambda value: bytes(value), lambda value: reversed(value), assigned,
]
REFUSED = [[reason(run, value) for run in RUNS] for value in (Without(), Wrong(), Failing())]
LENGTH = reason(reversed, Placed())
MAPPINGS = [reason(run, Keys(None)) for run in (lambda value: take(**value), lambda value: {**value})]
del RUNS
