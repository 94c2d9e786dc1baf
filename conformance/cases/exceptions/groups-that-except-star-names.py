# note: `except*` refuses groups when it comes to them, also where nothing is left to take.
WORDS = []
try:
    try:
        raise TypeError("a")
    except* ValueError:
        WORDS.append("not reached")
    except* ExceptionGroup:
        WORDS.append("not reached either")
except TypeError as error:
    WORDS.append(str(error))
try:
    try:
        raise TypeError("a")
    except* TypeError:
        WORDS.append("taken")
    except* (KeyError, BaseExceptionGroup):
        WORDS.append("not reached")
except TypeError as error:
    WORDS.append(str(error))
