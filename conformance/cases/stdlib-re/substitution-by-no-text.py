# note: What a function gives for a match is joined: None is nothing, and anything else but text is refused in the end.
import re

CALLS = []


def replace(match):
    CALLS.append(match.group())
    return None if match.group() == "a" else 5


GONE = re.sub("a", replace, "bab")
PROBLEMS = []
for text in ["c", "bc", "ac", "bacbc"]:
    try:
        re.sub("[ac]", replace, text)
    except TypeError as error:
        PROBLEMS.append(str(error))
