# note: A data class tells which of its fields patterns match by place: those that `__init__` takes by place.
from dataclasses import dataclass, field


@dataclass
class Cache:
    backend: str
    timeout: int = 300
    version: int = field(default=1, init=False)
    prefix: str = field(default="", kw_only=True)


@dataclass(match_args=False)
class Plain:
    port: int


PLACES = Cache.__match_args__
match Cache("redis", 60):
    case Cache("locmem"):
        FOUND = "memory"
    case Cache(backend, timeout):
        FOUND = [backend, timeout]
HAS = hasattr(Plain, "__match_args__")
