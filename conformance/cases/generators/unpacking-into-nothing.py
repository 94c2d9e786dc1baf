# note: Unpacking into nothing asks for one item, to see that there is none.
LOG = []


def hosts():
    LOG.append("a")
    yield "a"
    LOG.append("b")
    yield "b"


try:
    () = hosts()
except ValueError as error:
    MESSAGE = str(error)
