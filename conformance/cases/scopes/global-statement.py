# note: `global` binds in the module that defines the function, also names that are new.
CALLS = 0


def count():
    global CALLS, LAST
    CALLS += 1
    LAST = "call %d" % CALLS


count()
count()
