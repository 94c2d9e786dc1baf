# note: A list keeps the blanks and the empty items between its commas; a dict strips both sides of its first equals sign.
# env: HOSTS=a.example, b.example,,
# env: EMPTY=
# env: PORTS=80,443
# env: PARTS=a;b
# env: LIMITS= day = 10,hour=2
# env: TOKENS=key=a=b
from environs import Env

env = Env()
ALLOWED_HOSTS = env.list("HOSTS")
EMPTY = env.list("EMPTY"), env.dict("EMPTY")
PORTS = env.list("PORTS", subcast=int)
PARTS = env.list("PARTS", delimiter=";", subcast=str.upper)
LIMITS = env.dict("LIMITS", subcast_values=int)
TOKENS = env.dict("TOKENS")
MISSING = env.list("NOPE", default=None), env.list("NOPE", default=[])
