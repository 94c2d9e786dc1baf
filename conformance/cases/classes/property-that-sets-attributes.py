# note: A property in the place of `__setattr__` is read to set an attribute, and lacks what is set.
class Prefixed:
    @property
    def __setattr__(self, name, value):
        pass


prefixed = Prefixed()
prefixed.host = "db"
