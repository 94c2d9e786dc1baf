# note: A metaclass can be called and `__slots__` be gone through, or the class is refused.
WORDS = []
for meta in ({}, [], ..., 5, "a", None):
    try:

        class Wrong(metaclass=meta):
            pass

    except TypeError as error:
        WORDS.append(str(error))
for slots in (type, len, b"a", 5, [1]):
    try:

        class Slotted:
            __slots__ = slots

    except TypeError as error:
        WORDS.append(str(error))
