# note: Without a cast the type of the default is the cast, unless smart_cast is off.
# env: COUNT=5
# env: NAMES=a,b
# env: OPEN=on
# env: TITLE=x
import environ

env = environ.Env()
COUNT = env("COUNT", default=1)
NAMES = env("NAMES", default=[])
OPEN = env("OPEN", default=False)
TITLE = env("TITLE", default=None)
env.smart_cast = False
PLAIN = env("COUNT", default=1)
