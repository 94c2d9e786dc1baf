# note: Of the special methods, a builtin class has its own, those of every object and those of a class, and no others.
NAMES = "__add__ __radd__ __len__ __iter__ __or__ __getitem__ __bool__ __enter__ __get__ __cause__ __weakref__ __mro__ __self__ __copy__ mro".split()


def found(cls):
    return [name for name in NAMES if hasattr(cls, name)]


OBJECT = found(object)
ERROR = found(OverflowError)
EXIT = found(SystemExit)
WARNING = found(Warning)
ENUMERATE = found(enumerate)
SUPER = found(super)
BYTEARRAY = found(bytearray)
COMPLEX = found(complex)
LIST = found(list)


class Refused(ValueError):
    pass


OWN = found(Refused)
