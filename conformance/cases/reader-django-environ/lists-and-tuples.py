# note: Commas separate, empty pieces disappear, blanks stay; a tuple may have parentheses.
# env: NAMES=a, b,,c,
# env: NUMBERS=(1,2)
import environ

env = environ.Env()
NAMES = env.list("NAMES")
STRIPPED = env.list("NAMES", cast=str.strip)
NUMBERS = env.tuple("NUMBERS", cast=int)
TUPLE = env.tuple("NUMBERS")
EMPTY = env.list("NOT_THERE", default=[])
