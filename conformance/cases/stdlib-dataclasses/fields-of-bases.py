# note: A data class knows its fields and those of the data classes it comes from; what other bases annotate is no field.
from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, replace

class Labelled:
    label: str = "plain"

@dataclass
class Server(Labelled):
    host: str
    port: int = 5432
    tags: list = field(default_factory=list)

@dataclass
class Replica(Server):
    weight: int = 1
    address: str = field(init=False, default="")

    def __post_init__(self):
        self.address = f"{self.host}:{self.port}"

REPLICA = Replica("db.acme.io", tags=["eu"])
FIELDS = [one.name for one in fields(Replica)], [one.name for one in fields(Server("x"))]
KINDS = is_dataclass(Replica), is_dataclass(REPLICA), is_dataclass(Labelled), is_dataclass("db")
DATABASES = {"default": asdict(REPLICA)}
PLAIN = astuple(REPLICA)
SHOWN = repr(Server("db", tags=["eu"]))
MOVED = replace(Server("db"), port=6432).port, replace(Server("a"), host="b") == Server("b")
try:
    fields(Labelled)
except TypeError as error:
    REFUSED = str(error)
