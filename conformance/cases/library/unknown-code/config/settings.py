import some_package
from some_package.thing import VALUE, compute
RESULT = compute(1)
MIXED = ['known', VALUE]
KNOWN = 5
