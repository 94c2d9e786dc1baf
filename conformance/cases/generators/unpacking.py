# note: Unpacking takes one item more than it needs, to see that there is none.
def hosts():
    yield "a"
    yield "b"
    yield "c"


FIRST, *OTHERS = hosts()
source = hosts()
try:
    one, two = source
except ValueError as error:
    MESSAGE = str(error)
LEFT = list(source)
