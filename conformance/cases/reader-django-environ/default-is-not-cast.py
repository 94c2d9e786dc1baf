# note: A default is given as it is: text stays text, and a false word is true.
import environ

env = environ.Env()
FLAG = env.bool("FLAG", default="false")
NAMES = env.list("NAMES", default="a,b")
PORT = env.int("PORT", default="80")
NOTHING = env.str("NOTHING", default=None)
