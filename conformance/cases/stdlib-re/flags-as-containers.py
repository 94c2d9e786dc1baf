# note: A flag of `re` holds the flags that it is made of.
import re

both = re.IGNORECASE | re.MULTILINE
HOLDS = [re.I in both, re.S in both, both in re.I, re.NOFLAG in re.I]
NAMES = [flag.name for flag in re.VERBOSE | re.ASCII | both]
COUNT = [len(both), len(re.NOFLAG)]
PARTS = repr(list(both))
try:
    "I" in both
except TypeError as error:
    TEXT = str(error)
