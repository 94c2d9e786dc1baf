# note: A scheme that is not known is the engine; no scheme is an empty dictionary.
import environ

env = environ.Env()
UNKNOWN = env.db(default="firebird://h/n")
NOTHING = env.db(default="")
NONE = env.db("NOT_THERE", default=None)
OTHER = env.db(default="postgres://h/n", engine="mysql")["ENGINE"]
