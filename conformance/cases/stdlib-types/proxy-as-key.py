# note: The view of a dict that cannot be changed hands the question of its hash on; its methods are those of C code.
from types import MappingProxyType

SHOWN = MappingProxyType({'a': 1})
try:
    SHOWN in {}
except TypeError as error:
    SAID = str(error)


class Plain:
    pass


METHOD = type(vars(Plain).items).__name__
