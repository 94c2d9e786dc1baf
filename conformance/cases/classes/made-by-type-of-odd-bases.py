# note: `type` refuses bases that are no classes in other words than a class statement, and an empty data class is one too.
from dataclasses import dataclass


@dataclass
class Plain:
    pass


@dataclass(frozen=True)
class Frozen:
    pass


REFUSED = []
for attempt in (
    lambda: type("Made", (None,), {}), lambda: type("Made", (0,), {}), lambda: type("Made", (int, []), {}),
    lambda: type("Made", (Plain(),), {}), lambda: type("Made", (object(),), {}), lambda: type("Made", (len,), {}),
    lambda: type.__new__(type, "Made", ("a",), {}),
    lambda: dataclass(frozen=True)(type("Made", (Plain,), {})), lambda: dataclass(type("Made", (Frozen,), {})),
):
    try:
        REFUSED.append(attempt())
    except TypeError as error:
        REFUSED.append(str(error))
try:

    class Statement(None):
        pass

except TypeError as error:
    REFUSED.append(str(error))
