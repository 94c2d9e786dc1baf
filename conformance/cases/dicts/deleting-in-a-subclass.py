# note: A subclass of `dict` that deletes or counts in its own way is asked, and has the way of `dict` by `super()`.
class Settings(dict):
    def __delitem__(self, key):
        self["gone"] = key
        super().__delitem__(key)

    def __len__(self):
        return super().__len__() + 10

    def __contains__(self, key):
        return super().__contains__(key.lower())


class Lasting(dict):
    def __delitem__(self, key):
        pass


CHANGED = Settings(a=1, b=2)
del CHANGED["a"]
HELD = "B" in CHANGED
LENGTH = len(CHANGED)
KEPT = Lasting(a=1)
del KEPT["a"]
del KEPT["z"]
