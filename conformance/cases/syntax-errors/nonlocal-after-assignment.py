# note: A name cannot be declared nonlocal after it was assigned to, even where no function around binds it.
DEBUG = False


def enable():
    DEBUG = 10
    nonlocal DEBUG
