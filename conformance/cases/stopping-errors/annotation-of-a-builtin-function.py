# note: A built-in function takes nothing in brackets, in an annotation and by another name too.
PORTS = globals
NUMBERS: PORTS[0] = 1
