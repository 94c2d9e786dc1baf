# note: There is no module with an empty name in `sys.modules`.
import sys

FOUND = []
try:
    del sys.modules[""]
except KeyError as error:
    FOUND.append(str(error))
try:
    sys.modules.pop("")
except KeyError as error:
    FOUND.append(str(error))
