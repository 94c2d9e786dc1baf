# note: Lists, dicts, sets and tuples are read as JSON, and their items are made what their type says.
# env: HOSTS=["a.example", "b.example"]
# env: PORTS=["80", 443.0, true]
# env: LIMITS={"day": "10", "hour": 2}
# env: PAIR=["x", 1]
# env: NAMES=["b"]
# env: MAYBE=["1"]
# env: NOTHING=null
from typing import Any, Dict, List, Optional, Set, Tuple, Union

from pydantic_settings import BaseSettings


class Config(BaseSettings):
    hosts: List[str] = []
    ports: tuple[int, ...] = ()
    limits: Dict[str, int] = {}
    pair: Tuple[str, float] = ("a", 0)
    names: Set[str] = {"a"}
    maybe: Optional[list[int]] = None
    other: list[int] | None = None
    nothing: list[str] = ["default"]
    anything: dict[str, Any] = {"a": (1, 2)}
    either: Union[int, str] = 5


config = Config()
HOSTS = config.hosts
PORTS = config.ports
LIMITS = config.limits
PAIR = config.pair
NAMES = config.names
MAYBE = config.maybe
OTHER = config.other
NOTHING = config.nothing
ANYTHING = config.anything
EITHER = config.either
