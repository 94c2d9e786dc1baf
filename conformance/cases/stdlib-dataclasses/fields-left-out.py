# note: Fields can be left out of a data class's text and comparison, and frozen ones cannot be deleted.
from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(frozen=True)
class Server:
    host: str
    password: str = field(default="", repr=False)
    weight: int = field(default=1, compare=False)


server = Server("a.example", "s3cret", 5)
SHOWN = repr(server)
EQUAL = server == Server("a.example", "s3cret", 9)
DIFFERENT = server == Server("a.example", "other", 5)

try:
    del server.host
except FrozenInstanceError as error:
    REFUSED = str(error)
