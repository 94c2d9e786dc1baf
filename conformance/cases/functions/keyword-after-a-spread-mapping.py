# note: A keyword that a mapping before it gives already is refused, once those beside it are worked out and before the call is made.
WORDS = []
SEEN = []


def host(**options):
    return options


def noted(value):
    SEEN.append(value)
    return value


for call in (
    lambda: host(**{"a": 1}, a=2),
    lambda: host(**{"a": 1}, b=noted(2), a=noted(3)),
    lambda: host(**{"a": 1}, a=noted(4), **{"b": noted(5)}),
    lambda: len(**{2: 0, "a": 0}, a=0),
    lambda: WORDS.append(host(**{"a": 1}, b=2, **{"c": 3})),
):
    try:
        call()
    except TypeError as error:
        WORDS.append(str(error))
