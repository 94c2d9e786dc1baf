# note: A name that a function assigns is its own in all of the function, also before the assignment.
DEBUG = False


def switch():
    if DEBUG:
        return
    print(DEBUG_TOOLBAR)
    DEBUG_TOOLBAR = True


switch()
