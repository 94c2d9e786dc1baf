# note: A name cannot be declared global after it was assigned to in the same function.
DEBUG = False


def enable():
    DEBUG = True
    global DEBUG


enable()
