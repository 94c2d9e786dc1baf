# note: `asdict` copies whatever it holds, and `replace` hands on what `__init__` takes.
from copy import copy, deepcopy
from dataclasses import asdict, astuple, dataclass, field, replace


@dataclass
class Site:
    hosts: set
    ports: list
    name: str = field(init=False, default="site")
    debug: bool = field(default=False, kw_only=True)


class Settings(dict):
    pass


SITE = Site({"a"}, [{1}])
AS_DICT = asdict(SITE)
AS_DICT["hosts"].add("b")
AS_DICT["ports"][0].add(2)
OTHERS = astuple(SITE)[0] is SITE.hosts, SITE.hosts, SITE.ports
REPLACED = replace(SITE, debug=True)
DEBUG = REPLACED.debug, REPLACED.name, REPLACED.hosts is SITE.hosts
SETTINGS = Settings(a=1)
SETTINGS.extra = [1]
COPIED = copy(SETTINGS)
COPIED.extra = 2
DEEP = deepcopy(SETTINGS)
DEEP.extra.append(3)
EXTRA = SETTINGS.extra, DEEP.extra, type(SETTINGS.copy()) is dict, type(COPIED) is Settings
WORDS = []
for make in (
    lambda: dataclass(type("Made", (), {"__annotations__": 3})),
    lambda: dataclass(type("Made", (), {"__annotations__": {1: int}})),
    lambda: replace(SITE, name="x"),
    lambda: replace(SITE, other="x"),
):
    try:
        make()
    except (TypeError, ValueError) as error:
        WORDS.append(str(error))
del SITE, REPLACED, SETTINGS, COPIED, DEEP
