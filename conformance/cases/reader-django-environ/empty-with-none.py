# note: Nothing is None where the default is None, and otherwise is cast.
# env: EMPTY=
import environ

env = environ.Env()
NONE = env("EMPTY", default=None)
TEXT = env("EMPTY", default="x")
NAMES = env.list("EMPTY", default=["x"])
OPEN = env.bool("EMPTY", default=True)
