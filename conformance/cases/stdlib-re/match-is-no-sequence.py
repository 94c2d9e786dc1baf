# note: A match has items, but cannot be gone through.
import re

found = re.match(r"(\w+):(\d+)", "localhost:80")
HOST, PORT = found[1], found["2"] if False else found[2]
PROBLEMS = []
for attempt in (lambda: list(found), lambda: min(found), lambda: [*found], lambda: "x" in found):
    try:
        PROBLEMS.append(attempt())
    except TypeError as error:
        PROBLEMS.append(str(error))
