# note: expand_vars follows references; one that is the whole text keeps the default, mixed ones lose it.
# env: HOST=db.example
# env: URL=postgres://${HOST}:${PORT:-5432}/shop
# env: ALIAS=${HOST}
# env: LOST=${NOPE}
# env: PRICE=\${HOST}
from environs import Env

env = Env(expand_vars=True)
URL = env("URL")
ALIAS = env("ALIAS")
LOST = env("LOST", "default")
FALLBACK = env("NOPE_EITHER", "${HOST}")
PRICE = env("PRICE")
PLAIN = Env()("ALIAS")
