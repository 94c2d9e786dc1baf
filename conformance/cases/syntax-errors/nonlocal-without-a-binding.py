# note: `nonlocal` needs a function around it that binds the name, whether it is called or not.
DEBUG = False


def enable():
    nonlocal DEBUG
    DEBUG = True
