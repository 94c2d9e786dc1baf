# note: The separators of JSON are two texts, of whatever can be unpacked.
import json

PLAIN = json.dumps({"a": [1, 2]}, separators=[",", ":"])
LETTERS = json.dumps({"a": [1, 2]}, separators="ab")
MESSAGES = []
for separators in [True, 3, (",",), "abc"]:
    try:
        json.dumps([1], separators=separators)
    except (TypeError, ValueError) as error:
        MESSAGES.append([type(error).__name__, str(error)])
