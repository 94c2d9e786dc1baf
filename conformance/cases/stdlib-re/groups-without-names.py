# note: A group that no number and no name can mean is not there, where the pattern names none.
import re

WORDS = []
for pattern in ("(a)", "(?P<x>a)"):
    for key in ([], {}, 1.0, None, "y", -1):
        try:
            WORDS.append(re.search(pattern, "a").group(key))
        except (IndexError, TypeError) as error:
            WORDS.append([type(error).__name__, str(error)])
