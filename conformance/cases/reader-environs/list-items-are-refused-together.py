# note: All items of a list that cannot be cast are named in one error, by their index.
# env: PORTS=80,http,443,
from environs import Env

env = Env()
FIRST = 1
PORTS = env.list("PORTS", subcast=int)
LAST = 2
