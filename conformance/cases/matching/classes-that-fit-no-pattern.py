# note: A pattern asks for a class, and for no more parts than the class names.
class Point:
    __match_args__ = ("x", "y")
    x = 1


class Listed:
    __match_args__ = ["x"]


class Numbered:
    __match_args__ = (1,)


class Plain:
    pass


def function():
    pass


PROBLEMS = []
VALUES = [1, {}, Point(), Listed(), Numbered(), Plain(), "text"]


def attempt(run):
    for value in VALUES:
        try:
            PROBLEMS.append(run(value))
        except (TypeError, AttributeError) as error:
            PROBLEMS.append(str(error))


def no_class(value):
    match value:
        case function():
            return 1


def two_parts(value):
    match value:
        case int(1, 2) | dict(1, 2) | Plain(1) | Listed(1) | Numbered(1):
            return 2
        case object(1):
            return 3


def twice(value):
    match value:
        case Point(1, x=1):
            return 4
        case Point(1, 2, 3):
            return 5
        case str(text):
            return text


attempt(no_class)
attempt(two_parts)
attempt(twice)
