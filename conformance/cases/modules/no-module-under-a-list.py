# note: What is no key of a dict is no key of `sys.modules`.
import sys

WORDS = []
try:
    sys.modules[[]] = 1
except TypeError as error:
    WORDS.append(str(error))
try:
    for sys.modules[{}] in (0,):
        pass
except TypeError as error:
    WORDS.append(str(error))
