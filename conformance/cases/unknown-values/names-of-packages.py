# note: A name that is imported from a package that is not read is unknown, alone and inside a list.
# declared: some_package
# unknown: VALUE, RESULT, MIXED
import some_package
from some_package.thing import VALUE, compute
RESULT = compute(1)
MIXED = ['known', VALUE]
KNOWN = 5
