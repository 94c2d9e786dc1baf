# note: A name that was both assigned to and used before it is declared global is told to be used.
DEBUG = False


def enable():
    DEBUG = True
    print(DEBUG)
    global DEBUG
