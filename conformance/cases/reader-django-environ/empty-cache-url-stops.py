# note: A cache URL that is set to nothing stops the settings; None as the default does not.
# env: CACHE_URL=
import environ

env = environ.Env()
NONE = env.cache("OTHER_CACHE", default=None)
CACHE = env.cache()
