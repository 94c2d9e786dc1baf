# note: A repository whose file is not there stops the settings.
from decouple import Config, RepositoryEnv

config = Config(RepositoryEnv("deploy/none.env"))
HOST = config("HOST", default="localhost")
