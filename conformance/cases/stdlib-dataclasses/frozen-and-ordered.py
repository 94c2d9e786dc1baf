# note: A frozen data class refuses assignments, an ordered one compares by its fields, and one may take keywords only.
from dataclasses import FrozenInstanceError, dataclass

@dataclass(frozen=True, order=True)
class Release:
    major: int
    minor: int = 0

    def __post_init__(self):
        object.__setattr__(self, "minor", int(self.minor))

CURRENT = Release(4, "2")
NEWEST = max(Release(3, 9), CURRENT, Release(4, 1))
NEWER = (NEWEST.major, NEWEST.minor), CURRENT > Release(4, 1), sorted([Release(2), Release(1)])[0].major
try:
    CURRENT.minor = 3
except FrozenInstanceError as error:
    REFUSED = str(error), isinstance(error, AttributeError)

@dataclass(kw_only=True)
class Queue:
    name: str = "default"
    size: int

QUEUE = Queue(size=10).name
try:
    Queue(10)
except TypeError as error:
    KEYWORDS_ONLY = str(error)
