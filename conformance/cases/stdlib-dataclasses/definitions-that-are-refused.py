# note: A data class refuses fields, options and bases that do not fit; what is taken by name alone stands in no order.
from dataclasses import KW_ONLY, dataclass, field, replace

WORDS = []


class Unhashable:
    __hash__ = None


@dataclass(frozen=True)
class Frozen:
    a: int


@dataclass
class Plain:
    a: int = 1


def note(make):
    try:
        make()
    except (TypeError, ValueError, AttributeError) as error:
        WORDS.append([type(error).__name__, str(error)])
    else:
        WORDS.append("fine")


def made(annotations, options={}, base=object, **namespace):
    return lambda: dataclass(**options)(type("Made", (base,), {"__annotations__": annotations, **namespace}))


for attempt in (
    made({"a": int, "b": int}, a=1),
    made({"a": int, "b": int}, a=field(default_factory=list)),
    made({"b": int}, base=Plain),
    made({"a": int, "b": int}, a=field(default=1, init=False)),
    made({"a": int, "b": int}, {"kw_only": True}, a=1),
    made({"a": int, "b": int}, a=1, b=field(kw_only=True)),
    made({"a": int, "b": int}, {"init": False}, a=1),
    made({"a": int}, a=Unhashable()),
    made({}, a=field(default=3)),
    made({"b": int}, base=Frozen),
    made({"b": int}, {"frozen": True}, base=Plain),
    made({"a": int}, {"order": True, "eq": False}),
    made({"a": int}, {"order": True}, __lt__=lambda self, other: False),
    made({"a": int}, {"frozen": True}, __setattr__=lambda self, name, value: None),
    made({"a": int}, {"unsafe_hash": True}, __hash__=lambda self: 1),
    made({"a": int}, {"foo": 1}),
    lambda: field(default=1, default_factory=list),
    lambda: field(foo=1),
    lambda: field(1),
    lambda: dataclass(3),
):
    note(attempt)


@dataclass
class Mixed:
    a: int = 1
    _: KW_ONLY
    b: int
    c: int = field(default=4, init=False)


MIXED = Mixed(5, b=2)
note(lambda: Mixed(5, 2))
note(lambda: replace(MIXED, c=3))
LEFT = MIXED.a, MIXED.b, MIXED.c
