# note: A dict with a `|=` of its own that refuses is joined by `|`, not updated in place.
class Settings(dict):
    def __ior__(self, other):
        return NotImplemented


SETTINGS = Settings(a=1)
try:
    SETTINGS |= 5
except TypeError as error:
    REFUSED = str(error)
SAME = SETTINGS
SETTINGS |= {"b": 2}
KEPT = [sorted(SETTINGS), sorted(SAME), type(SETTINGS).__name__]


class Plain(dict):
    pass


class Other(dict):
    def __or__(self, other):
        return NotImplemented


def joined(left, right):
    try:
        both = left | right
    except TypeError as error:
        return str(error)
    return [type(both).__name__, list(both.items())]


JOINED = [
    joined(Plain(a=1), {"b": 2}),
    joined({"b": 2}, Plain(a=1)),
    joined(Plain(a=1), Plain(a=3)),
    joined(Plain(a=1), 5),
    joined(Other(a=1), {"b": 2}),
    joined({"b": 2}, Other(a=1)),
]
