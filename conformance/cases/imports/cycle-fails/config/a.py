from .b import VALUE
FIRST = 1
