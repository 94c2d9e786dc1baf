# note: The body of an enumeration binds each name once and none that is reserved; one that has members is extended by no other.
import enum
from enum import Enum, IntEnum, StrEnum, auto


class Plan(Enum):
    FREE = 1


class Empty(Enum):
    pass


WORDS = []


def note(make):
    try:
        make()
    except (TypeError, ValueError, KeyError) as error:
        WORDS.append([type(error).__name__, str(error)])
    else:
        WORDS.append("fine")


def twice():
    class Tier(Enum):
        PAID = 1
        PAID = 2


def method_over_member():
    class Tier(Enum):
        PAID = "paid"

        def PAID(self):
            return 1


def counted():
    class Tier(Enum):
        PAID = 1
        PAID += 1


def deleted():
    class Tier(Enum):
        PAID = 1
        del PAID
        PAID = 2


def looped():
    class Tier(Enum):
        for index in range(2):
            pass


def reserved():
    class Tier(Enum):
        mro = 1


def sunder():
    class Tier(Enum):
        _paid_ = 1


def extended():
    class Tier(Plan):
        pass


def extends_none():
    class Tier(Empty):
        PAID = 1


def enumeration_first():
    class Tier(Enum, int):
        PAID = 1


def misordered():
    class Tier(Enum):
        _order_ = "PAID FREE"
        FREE = 1
        PAID = 2


def incremented():
    class Tier(Enum):
        FREE = "free"
        PAID = auto()


def ruled_late():
    class Tier(Enum):
        FREE = auto()

        def _generate_next_value_(name, start, count, last_values):
            return name


def number():
    class Tier(IntEnum):
        PAID = "many"


def text():
    class Tier(StrEnum):
        PAID = 5


def texts():
    class Tier(StrEnum):
        PAID = "a", "b", "c", "d"


def with_parts():
    class Tier(Enum):
        PAID = 1

        def __init__(self, price, label):
            self.price = price


@enum.unique
class Each(Enum):
    FREE = 1
    PAID = 2


def repeated():
    @enum.unique
    class Tier(Enum):
        FREE = 1
        GRATIS = 1
        PAID = 2
        PRO = 2


def no_members():
    Empty(1)


def by_call():
    Enum("Tier", "FREE PAID FREE")


for attempt in (
    twice, method_over_member, counted, deleted, looped, reserved, sunder, extended, extends_none, enumeration_first,
    misordered, incremented, ruled_late, number, text, texts, with_parts, repeated, no_members, by_call,
):
    note(attempt)
