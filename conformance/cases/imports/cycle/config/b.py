from . import a
VALUE = a.FIRST + 1
