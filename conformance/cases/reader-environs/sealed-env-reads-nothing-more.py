# note: After seal() a read is an error.
# env: DEBUG=on
from environs import Env

env = Env()
DEBUG = env.bool("DEBUG")
env.seal()
PORT = env.int("PORT", 80)
