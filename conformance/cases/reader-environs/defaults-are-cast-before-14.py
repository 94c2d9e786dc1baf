# note: Before 14 a default was read like the text of the variable.
# version: environs==11.2.1
from environs import Env

env = Env()
DEBUG = env.bool("DEBUG", "false")
PORT = env.int("PORT", "8000")
HOSTS = env.list("HOSTS", "a,b")
LIMITS = env.dict("LIMITS", {"day": 1})
EMAIL_PORT = env.int("EMAIL_PORT", default=None)
NAME = env.str("NAME", 5)
