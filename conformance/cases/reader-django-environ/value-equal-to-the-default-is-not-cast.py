# note: A value that equals the default is the default, and is not cast either.
# env: NAMES=a,b
# env: PORTS=a,b
import environ

env = environ.Env()
NAMES = env.list("NAMES", default="a,b")
PORTS = env.list("PORTS", default="a,c")
