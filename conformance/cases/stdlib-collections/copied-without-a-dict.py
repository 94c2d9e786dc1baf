# note: The methods that an OrderedDict has for itself say so where they are called without one.
from collections import OrderedDict

SAID = []
for call in (OrderedDict.copy, OrderedDict.keys, OrderedDict.get):
    try:
        call()
    except TypeError as error:
        SAID.append(str(error))
COPY = OrderedDict(a=1).copy()
