# note: Compiled patterns are kept by what they were made of, so what cannot be a key is refused before what is no text.
import re

WORDS = []
for pattern in (("admin", []), (lambda: 1, {"a": 1}), ({"b"},), ("admin", 1)):
    try:
        re.compile(pattern)
    except TypeError as error:
        WORDS.append(str(error))
