# note: A class body that binds a name itself reads the module's, never the function's around it.
HOST = "module"


def build(HOST):
    class Settings:
        HOST = HOST

    return Settings.HOST


FOUND = build("argument")
