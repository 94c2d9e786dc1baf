# note: An enumeration shows itself as one, formats its members as text, and is asked by every name a member has.
import enum


class Stage(enum.Enum):
    LIVE = "live"
    PRODUCTION = "live"
    TEST = "test"


SHOWN = [repr(Stage), f"{Stage}", str([Stage])]
PADDED = [f"{Stage.TEST:>12}|", format(Stage.LIVE, ".4")]
ALIAS = Stage["PRODUCTION"].name
MISSING = []
for wanted in ("OTHER", ["LIVE"], {}):
    try:
        Stage[wanted]
    except (KeyError, TypeError) as error:
        MISSING.append([type(error).__name__, str(error)])
try:
    f"{Stage.LIVE:d}"
except ValueError as error:
    NUMBER = str(error)
