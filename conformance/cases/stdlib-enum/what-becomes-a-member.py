# note: Values become members, also underscored and computed ones; functions, properties and what `nonmember` holds do not.
import enum
from enum import Enum, IntEnum, StrEnum, auto, nonmember


class Region(Enum):
    _INNER = 0
    EAST, WEST = "east", "west"
    ORIENT = EAST
    NUMBER = int
    limit = nonmember(5)

    class Meta:
        ordering = 1

    def label(self):
        return self.name.title()

    @property
    def short(self):
        return self.value[0]


MEMBERS = [region.name for region in Region]
ALIASES = [[name, member.name] for name, member in Region.__members__.items()]
REST = Region.limit, Region.Meta.ordering, Region.EAST.label(), Region.WEST.short, Region.NUMBER.value("7")
BACKWARDS = [region.name for region in reversed(Region)]


class Size(Enum):
    SMALL = ("s", 1)
    LARGE = ("l", 20)

    def __init__(self, code, workers):
        self.code = code
        self.workers = workers

    @classmethod
    def _missing_(cls, value):
        return cls.SMALL if value is None else None


SIZES = [[size.code, size.workers, size.value] for size in Size]
FOUND = Size("l", 20).name, Size(None).name, Size.LARGE == ("l", 20)


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{count}"

    ONE = auto()
    TWO = auto(), "x"


NAMED = [named.value for named in Named]


class Port(IntEnum):
    WEB = "8000"
    API = 8001
    HTTP = 8000


class Word(StrEnum):
    A = auto()
    B = "bee"


COUNTED = len(Port), list(Port.__members__), 8001 in Port, 9 in Port, "bee" in Word, "A" in Word
MADE = enum.Enum("Made", "ONE, TWO", start=5)
MADE_VALUES = [[made.name, made.value, repr(made)] for made in MADE]
PAIRS = [made.value for made in Enum("Pairs", [("X", 1), ("Y", "z")])]
WRONG = []
for make in (lambda: Port(99), lambda: Word("q"), lambda: Size(1, 2), lambda: Region()):
    try:
        make()
    except (ValueError, TypeError) as error:
        WRONG.append(str(error))
