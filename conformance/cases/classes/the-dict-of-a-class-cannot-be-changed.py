# note: The `__dict__` of a class, and the members of an enumeration, are shown through a mapping that cannot be changed.
from enum import Enum
from types import MappingProxyType


class Mail:
    PORT = 25
    HOST: str = "a.org"

    def send(self):
        self.sent = True


class Web(Mail):
    WORKERS = 2


class Tier(Enum):
    FREE = 1
    PAID = 2


Mail.LATE = "late"
OWN = {name: value for name, value in vars(Mail).items() if name.isupper()}
NAMES = [list(Mail.__dict__), list(Web.__dict__), [name for name in dir(Web) if not name.startswith("__")]]
HIDDEN = [name for name in dir(Web()) if name.startswith("__s")]
VALUES = {"a": 1}
SHOWN = MappingProxyType(VALUES)
VALUES["b"] = 2
READ = [SHOWN["b"], list(SHOWN), SHOWN | {"c": 3}, {**SHOWN}, SHOWN == VALUES, repr(SHOWN), str(SHOWN), "a" in SHOWN]
MEMBERS = [list(Tier.__members__), Tier.__members__["PAID"].value, type(Tier.__members__).__name__, isinstance(SHOWN, dict)]


def change():
    Mail.__dict__["PORT"] = 26


def delete():
    del Mail.__dict__["PORT"]


REFUSED = []
for attempt in (
    change, delete, lambda: Mail.__dict__.pop("PORT"), lambda: SHOWN.update(a=2), lambda: Tier.__members__(),
    lambda: SHOWN["missing"], lambda: vars(Mail) + 1,
):
    try:
        attempt()
    except (TypeError, AttributeError, KeyError) as error:
        REFUSED.append([type(error).__name__, str(error)])
