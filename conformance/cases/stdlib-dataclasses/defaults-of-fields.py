# note: A data class makes its own `__init__` from its annotations, in their order and with their defaults.
from dataclasses import dataclass


@dataclass
class Database:
    host: str
    port: int = 5432


DEFAULT_PORT = Database("db").port
BY_PLACE, BY_NAME = Database("db", 1).port, Database(port=2, host="db").host
