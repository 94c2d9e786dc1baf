# note: A class in C looks at one keyword after another, so what it says of a key that is no text is not modelled; a function says it first.
# unknown: PROBLEMS
from datetime import timedelta


def wait(**parts):
    return parts


PROBLEMS = []
for run in (lambda: wait(**{"x": 1, 2: 3}), lambda: timedelta(**{"x": 1, 2: 3})):
    try:
        run()
    except TypeError as error:
        PROBLEMS.append(str(error))
