# note: A generator that is asked for its next item while it works one out refuses, also one of a generator expression.
def check(name):
    for _ in lazy:
        pass
    return name


def own():
    yield list(waiting)


MESSAGES = []
lazy = (check(name) for name in ["a", "b"])
waiting = own()
for iterator in [lazy, waiting]:
    try:
        next(iterator)
    except ValueError as error:
        MESSAGES.append(str(error))
    MESSAGES.append(list(iterator))
