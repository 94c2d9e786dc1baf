FIRST = 1
from . import b
SECOND = b.VALUE
