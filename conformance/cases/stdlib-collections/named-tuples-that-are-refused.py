# note: A field's type is no tuple, a class of named tuples has no room for slots, and it belongs to the module that asks for it.
from collections import OrderedDict, defaultdict, namedtuple
from typing import NamedTuple

Host = namedtuple("Host", "name port")
Mirror = NamedTuple("Mirror", [("name", str)])
KINDS = repr(Host), Host.__module__, repr(Mirror)


def in_a_body():
    class Broker(NamedTuple):
        host: (str, bytes)


def with_slots(slots):
    return type("Site", (Host,), {"__slots__": slots})


PROBLEMS = []
for make in (
    in_a_body,
    lambda: NamedTuple("Broker", [("host", (str, None))]),
    lambda: with_slots(("url",)),
    lambda: with_slots((3,)),
    lambda: OrderedDict() + [1],
    lambda: defaultdict(int) - 1,
    lambda: OrderedDict(a=1).nothing,
):
    try:
        make()
    except (AttributeError, TypeError) as error:
        PROBLEMS.append(str(error))
EMPTY = with_slots(()).__name__
