# note: A subclass of AutoConfig says which file names count.
from collections import OrderedDict
from decouple import AutoConfig, RepositoryEnv


class Named(AutoConfig):
    SUPPORTED = OrderedDict([("site.env", RepositoryEnv)])


config = Named()
NAME = config("NAME", default="none")
# --- site.env ---
NAME=from site.env
# --- .env ---
NAME=from .env
