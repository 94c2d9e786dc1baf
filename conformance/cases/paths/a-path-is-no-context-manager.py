# note: A path opens nothing, so that it cannot be entered; before Python 3.13 it could, to no effect.
from pathlib import Path

try:
    with Path(__file__).parent as directory:
        NAME = directory.name
except TypeError as error:
    MESSAGE = str(error)
