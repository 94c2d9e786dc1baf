# note: Text that is run inside a function sees its locals as far as they are bound, and functions in it see those of the module alone.
# unknown: AROUND
PORT = 8000


def late():
    found = eval("PORT")
    PORT = 1
    return found, PORT


def missing():
    try:
        return eval("host")
    except NameError as error:
        return type(error).__name__, str(error)
    host = "a.org"


def inner():
    PORT = 5
    return eval("PORT"), eval("(lambda: PORT)()")


def in_a_loop():
    return [eval("port + 1") for port in (1, 2)]


def executed():
    names = {}
    exec("names['port'] = PORT")
    PORT = 7
    return names


def around():
    host = "b.org"

    def inside():
        return eval("host")

    try:
        return inside()
    except NameError:
        return None


LATE = late()
MISSING = missing()
INNER = inner()
IN_A_LOOP = in_a_loop()
EXECUTED = executed()
AROUND = around()
