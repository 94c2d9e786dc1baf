# note: cast=bool knows a closed list of words in any case, and takes nothing for false.
# env: ONE=1
# env: UPPER=TRUE
# env: LETTER=y
# env: SWITCH=oN
# env: OFF=off
# env: EMPTY=
from decouple import config

WORDS = {name: config(name, cast=bool) for name in ["ONE", "UPPER", "LETTER", "SWITCH", "OFF", "EMPTY"]}
BY_DEFAULT = [config("NOT_THERE", default=value, cast=bool) for value in (True, "no", 0, 1, "")]
