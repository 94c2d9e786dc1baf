# note: A file that was opened is no path: `os.path.join` tells its type by the short name.
import os

WORDS = []
for part in (open(__file__), 5, None):
    try:
        WORDS.append(os.path.join("config", part))
    except TypeError as error:
        WORDS.append(str(error))
