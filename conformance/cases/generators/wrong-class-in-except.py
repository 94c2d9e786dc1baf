# note: What `except` names in a generator must be classes of exceptions; the error is of the line that names them.
def session():
    try:
        yield "open"
    except "bad input" as error:
        yield "recovered from %s" % error


first = session()
OPENED = next(first)
RECOVERED = first.throw(ValueError("bad input"))
