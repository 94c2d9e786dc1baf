# note: The views of an OrderedDict have names of their own, and are views of a dict all the same.
from collections import OrderedDict

ORDERED = OrderedDict(web=1, api=2)
SHOWN = [repr(ORDERED.keys()), str(ORDERED.items()), type(ORDERED.values()).__name__]
ALIKE = [isinstance(ORDERED.keys(), type({}.keys())), ORDERED.keys() == {"api", "web"}, ORDERED.keys() & {"web"}]
LENGTHS = [(258).to_bytes(2, "little"), slice(1, 5).indices(3)]
REFUSED = []
for attempt in (
    lambda: ORDERED.keys() + 1, lambda: ORDERED.items()[0], lambda: (5).to_bytes("1", 2), lambda: ORDERED.values().first,
):
    try:
        REFUSED.append(attempt())
    except (TypeError, AttributeError) as error:
        REFUSED.append(str(error))
