# note: What `reversed` gives, and functions of the library, say of what type they are.
import json
import os

TYPES = [type(one).__name__ for one in (reversed([1]), reversed(range(2)), reversed({}), json.loads, os.path.join, len)]
try:
    BASE_DIR = os.path.dirname.parent
except AttributeError as error:
    PROBLEM = str(error)
try:
    os.environ["NAME"] = "a\0b"
except ValueError as error:
    NUL = str(error)
