# note: A cached property that is no attribute of a class is an object of its own class.
import functools

WORDS = []
for use in (lambda p: list(p), lambda p: p + 1, lambda p: p["a"], lambda p: len(p)):
    try:
        use(functools.cached_property(len))
    except TypeError as error:
        WORDS.append(str(error))
