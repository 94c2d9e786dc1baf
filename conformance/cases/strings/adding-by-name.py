# note: A sequence that is added to or repeated by name refuses in its own words, and has no reflected addition.
def refused(function, *arguments):
    try:
        return function(*arguments)
    except (TypeError, OverflowError) as error:
        return str(error)


ADDED = [refused(one.__add__, 7) for one in ("a", [1], (1,), b"a")]
ADDED_OBJECTS = [refused(one.__add__, ValueError()) for one in ("a", [1], (1,), b"a")]
REPEATED = [refused(one.__mul__, other) for one in ("a", [1], (1,), b"a") for other in ("2", None, 10**30, True)]
NUMBERS = [(5).__add__("a") is NotImplemented, (2.5).__mul__([1]) is NotImplemented]
REFLECTED = [hasattr(one, "__radd__") for one in ("a", [1], (1,), b"a", 5)]
TEMPLATES = ["a".__rmod__(5) is NotImplemented, "a".__rmod__("b%s")]
FORMATS = [refused("a".__format__, 5), refused((5).__format__, None)]
EXTENDED = [1].__iadd__("ab")
