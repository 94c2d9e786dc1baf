# note: Before 15.1 a missing variable raised the plain EnvError.
# version: environs==14.6.0
from environs import Env

env = Env()
SECRET_KEY = env("SECRET_KEY")
