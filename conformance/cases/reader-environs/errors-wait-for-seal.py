# note: With eager=False the errors of all variables come out together, at seal().
# env: PORT=http
# env: DEBUG=on
from environs import Env

env = Env(eager=False)
DEBUG = env.bool("DEBUG")
PORT = env.int("PORT")
SECRET_KEY = env.str("SECRET_KEY")
env.seal()
