# note: Since 14 a default is handed back as it is, whatever its type.
from environs import Env

env = Env()
DEBUG = env.bool("DEBUG", "false")
PORT = env.int("PORT", "8000")
HOSTS = env.list("HOSTS", "a,b")
EMAIL_PORT = env.int("EMAIL_PORT", default=None)
