# note: Without a default a variable must be set, and the error has a class of its own.
from environs import Env

env = Env()
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY")
