# note: An exception can be thrown into a generator; closing it runs what must run.
LOG = []


def session():
    try:
        yield "open"
    except ValueError as error:
        yield "recovered from %s" % error
    finally:
        LOG.append("closed")


first, second = session(), session()
OPENED = [next(first), next(second)]
RECOVERED = first.throw(ValueError("bad input"))
second.close()
AFTER_CLOSE = list(second)
