# note: `MappingProxyType` hands an order to the dict beneath, which refuses it in its own name.
from types import MappingProxyType

SHOWN = MappingProxyType({0: 1})
WORDS = []

for attempt in (
    lambda: SHOWN >= 0,
    lambda: 0 >= SHOWN,
    lambda: SHOWN < SHOWN,
    lambda: SHOWN <= {},
    lambda: {} > SHOWN,
    lambda: sorted([SHOWN, SHOWN]),
    lambda: max(SHOWN, 3),
):
    try:
        attempt()
    except TypeError as error:
        WORDS.append(str(error))

SAME = [SHOWN == {0: 1}, {0: 1} == SHOWN, SHOWN != {}, SHOWN == SHOWN]
