# note: A data class keeps a hash that it defines itself, and refuses it only where `unsafe_hash` asks for another.
from dataclasses import dataclass

WORDS = []


@dataclass
class Keyed:
    name: str

    def __hash__(self):
        return 7


@dataclass(frozen=True)
class Fixed:
    name: str

    def __hash__(self):
        return 8


@dataclass
class Compared:
    name: str

    def __eq__(self, other):
        return True


KEPT = [Keyed("a").__hash__(), Fixed("a").__hash__(), Keyed("a") == Keyed("a")]


def note(make):
    try:
        WORDS.append(make().__name__)
    except TypeError as error:
        WORDS.append(str(error))


def made(options, **namespace):
    return lambda: dataclass(type("Made", (), {"__annotations__": {"a": int}, **namespace}), **options)


def say(self):
    return 1


for attempt in (
    made({}),
    made({"eq": False}),
    made({"frozen": True}),
    made({"unsafe_hash": True}),
    made({}, __hash__=say),
    made({"eq": False}, __hash__=say),
    made({"frozen": True}, __hash__=say),
    made({"unsafe_hash": True}, __hash__=say),
    made({}, __hash__=None),
    made({"frozen": True}, __hash__=None),
    made({"unsafe_hash": True}, __hash__=None),
    made({}, __eq__=say),
    made({"frozen": True}, __eq__=say),
    made({"unsafe_hash": True}, __eq__=say),
    made({}, __eq__=say, __hash__=say),
    made({"unsafe_hash": True}, __eq__=say, __hash__=say),
    made({"unsafe_hash": True}, __eq__=say, __hash__=None),
):
    note(attempt)

try:
    {Compared("a"): 1}
except TypeError as error:
    REFUSED = str(error)
