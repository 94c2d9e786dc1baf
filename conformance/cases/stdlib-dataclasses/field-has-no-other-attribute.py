# note: What `field(…)` gives has the attributes of a field alone.
from dataclasses import field

try:
    field(default=0).extra = 1
except AttributeError as error:
    SAID = str(error)
