# note: A subclass of `dict` has operators of its own, which are asked before those of `dict`.
class Settings(dict):
    def __eq__(self, other):
        return "equal"

    def __lt__(self, other):
        return "less"

    def __ior__(self, other):
        self["joined"] = other
        return self

    def __iadd__(self, other):
        return "added"


class Quiet(dict):
    def __eq__(self, other):
        return NotImplemented


SETTINGS = Settings(a=1)
EQUAL = SETTINGS == {"a": 1}, {} == SETTINGS, SETTINGS == 3, SETTINGS != {"a": 1}
ORDERED = SETTINGS < 3, 3 > SETTINGS
SETTINGS |= 5
ADDED = SETTINGS
ADDED += 1
QUIET = Quiet(a=1) == Quiet(a=1), Quiet(a=1) == {"a": 1}, Quiet(a=1) != Quiet(a=1)
