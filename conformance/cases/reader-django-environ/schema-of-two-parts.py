# note: Whatever has two parts is taken for a cast and a default.
import environ

env = environ.Env(LIMITS=dict(value=int, cast={}))
try:
    LIMITS = env("LIMITS")
except KeyError as error:
    LIMITS = repr(error)
