# note: The table of modules is a dict: its methods stay.
import sys

try:
    sys.modules.pop = None
except AttributeError as error:
    SAID = str(error)
