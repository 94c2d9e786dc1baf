# note: The schema gives casts and defaults; what the call says goes first.
# env: DEBUG=yes
# env: PORTS=1,2
import environ

env = environ.Env(DEBUG=(bool, False), PORTS=[int], TITLE=(str, "Shop"), SIZE=(int, None))
DEBUG = env("DEBUG")
PORTS = env("PORTS")
TITLE = env("TITLE")
SIZE = env("SIZE")
AS_TEXT = env.str("DEBUG")
OTHER = env("TITLE", default="Other")
UNSET = env("TITLE", default=env.NOTSET)
