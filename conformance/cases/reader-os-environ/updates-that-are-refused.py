# note: `os.environ.update` takes mappings and pairs of texts; names that hold `=`, and an empty one, are none.
import os

WORDS = []
for other in (None, 3, [1], ["a"], "ab", [("A", "b", "c")], {1: "a"}, {"A": 1}, {"A=B": "c"}, {"": "a"}, [("OWN_A", "1")], {"OWN_B": "2"}):
    try:
        os.environ.update(other)
    except (TypeError, ValueError, OSError) as error:
        WORDS.append([type(error).__name__, str(error)])
    else:
        WORDS.append("fine")
try:
    os.environ | 3
except TypeError as error:
    UNION = str(error)
GIVEN = os.environ["OWN_A"], os.environ["OWN_B"]
