# note: What is raised is looked at before its cause.
import os

WORDS = []
for raised, cause in ((os.environ, 3), (3, 4), (ValueError, 3), (ValueError("x"), int)):
    try:
        raise raised from cause
    except TypeError as error:
        WORDS.append(str(error))
