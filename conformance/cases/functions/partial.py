# note: `partial` keeps arguments for later.
from functools import partial


def database(engine, name, host="localhost"):
    return {"ENGINE": engine, "NAME": name, "HOST": host}


postgres = partial(database, "postgresql", host="db")
DATABASES = {"default": postgres("main"), "local": postgres("test", host="")}
