# note: Types joined by `|` are a union, an object of its own that isinstance takes; a tuple is no operand of it.
from datetime import date

OPTIONAL = repr(int | None)
SEVERAL = repr(int | str | None | int)
NONE_FIRST = repr(None | date)
SAME = (int | str) == (str | int)
ONE = (int | int) is int
IS_ONE_OF = [isinstance(value, int | None) for value in (3, None, "3")]
IS_SUBCLASS = issubclass(bool, int | str)
ARGUMENTS = [one.__name__ for one in (int | None).__args__]
NESTED = repr((int | str) | (bytes | None))


def mistake(left, right):
    try:
        return repr(left | right)
    except TypeError as error:
        return str(error)


WITH_TUPLE = mistake((1,), int)
WITH_NUMBER = mistake(int, 3)
TWO_NONE = mistake(None, None)
UNION_AND_TEXT = mistake(int | str, "x")
