# note: Data classes whose fields can change cannot be keys; one that is not compared by its fields is a key by itself.
from dataclasses import dataclass

@dataclass
class Host:
    name: str

@dataclass(eq=False)
class Pool:
    name: str

try:
    WEIGHTS = {Host("a"): 1}
except TypeError as error:
    WEIGHTS = str(error)
POOL = Pool("main")
SIZES = {POOL: 5}[POOL], {POOL: 5}.get(Pool("main"))
SAME = Host("a") == Host("a"), Pool("a") == Pool("a"), Host("a") in [Host("b"), Host("a")]
