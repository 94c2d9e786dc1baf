# note: What replaces a match is text or a function; anything else is refused before anything is looked for.
import re

PROBLEMS = []
for replacement in [5, None, True, [1], {}, (), 2.5]:
    for text in ["bab", "b"]:
        try:
            re.sub("a", replacement, text)
        except TypeError as error:
            PROBLEMS.append(str(error))
