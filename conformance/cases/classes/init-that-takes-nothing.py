# note: `object.__init__` takes no arguments, whether it is called through `super()` or not.
class Service:
    def __init__(self, name):
        super().__init__(name)


class Marked:
    def __init_subclass__(cls):
        super().__init_subclass__()


try:
    Service("shop")
except TypeError as error:
    SERVICE = str(error)
try:

    class Child(Marked, tag="x"):
        pass

except TypeError as error:
    CHILD = str(error)
try:
    object().__setattr__(1, 2)
except TypeError as error:
    NAME = str(error)
