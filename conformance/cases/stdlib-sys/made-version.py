# note: Nobody makes another version of Python.
import sys

try:
    type(sys.version_info)()
except TypeError as error:
    SAID = str(error)
