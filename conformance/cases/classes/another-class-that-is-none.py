# note: Only a class can be set as `__class__`, and that of builtin values stays.
class Plain:
    pass


WORDS = []
for value, to in ((1, 1), (1, int), (Plain(), "a"), ("", None), (Plain, 5), (len, 5), (None, Plain)):
    try:
        value.__class__ = to
    except TypeError as error:
        WORDS.append(str(error))
