# note: Numbers are what int() and float() read, levels are names of logging or numbers, and neither takes a bool.
# env: PORT= 80_80
# env: RATE=1e-3
# env: LEVEL=warn
# env: OTHER_LEVEL=15
import logging

from environs import Env

env = Env()
PORT = env.int("PORT")
RATE = env.float("RATE")
LEVEL = env.log_level("LEVEL")
OTHER_LEVEL = env.log_level("OTHER_LEVEL")
DEFAULT_LEVEL = env.log_level("NO_LEVEL", logging.ERROR)
