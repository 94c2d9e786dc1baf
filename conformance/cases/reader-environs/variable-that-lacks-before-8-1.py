# note: Before 8.1 a variable that is not set is told as one that is not valid.
# version: environs==8.0.0
from environs import Env, EnvError, EnvValidationError

env = Env()
try:
    env("SECRET_KEY")
except EnvError as error:
    KIND = [type(error) is EnvValidationError, str(error), error.error_messages]
