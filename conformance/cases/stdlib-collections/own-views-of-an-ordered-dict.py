# note: An OrderedDict has the methods that give its views for itself, and says so.
from collections import OrderedDict


class Later(OrderedDict):
    pass


SAID = []
for call in (
    lambda: OrderedDict.keys(),
    lambda: OrderedDict.values(),
    lambda: OrderedDict.clear(),
    lambda: OrderedDict(a=1).items(2),
    lambda: Later.keys(),
):
    try:
        call()
    except TypeError as error:
        SAID.append(str(error))
GIVEN = list(OrderedDict.items(Later(a=1)))
