# note: An error while a handler looks at its own type has the handled exception for its context.
HANDLERS = {}
try:
    try:
        PORT = int("eighty")
    except HANDLERS["port"]:
        PORT = 80
except KeyError as error:
    CONTEXT = [repr(error), repr(error.__cause__), repr(error.__context__)]
