# note: An exception of a handler's own expression has the one under way for its context, and leaves nothing behind.
try:
    try:
        raise KeyError("first")
    except zip as error:
        pass
except TypeError as error:
    INNER = [str(error), repr(error.__context__)]
try:
    len(5)
except TypeError as error:
    LATER = repr(error.__context__)
