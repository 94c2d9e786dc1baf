# note: A list is extended item after item, so that an iterator over it sees what was added.
LEVELS = ["low"]
LEVELS += zip(LEVELS, range(2))
NAMES = ["a"]
NAMES.extend(name + "x" for name in NAMES if len(NAMES) < 4)
PLAIN = [1]
PLAIN += PLAIN


def failing():
    yield 2
    raise ValueError("half")


HALF = [1]
try:
    HALF += failing()
except ValueError:
    pass
