# note: An enumeration is read by the names of its members, or by their values.
# env: STAGE=LIVE
# env: MODE=live
from enum import Enum

from environs import Env, EnvError


class Stage(Enum):
    LIVE = "live"
    TEST = "test"


env = Env()
STAGE = env.enum("STAGE", enum=Stage).value
MODE = env.enum("MODE", enum=Stage, by_value=True).name
try:
    WRONG = env.enum("MODE", enum=Stage)
except EnvError as error:
    WRONG = str(error)
