# note: A class body runs from top to bottom when the class statement is reached, bases first.
LOG = []


def base(name):
    LOG.append(name)
    return object


class Settings(base("base")):
    LOG.append("body")
    HOST = "a"
    URL = HOST + "/x"


URL = Settings.URL
