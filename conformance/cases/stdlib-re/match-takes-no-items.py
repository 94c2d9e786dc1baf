# note: A match gives its groups as items, and takes none.
import re

found = re.match(r"(\w+):(\d+)", "localhost:80")
HOST = found[1]
PROBLEMS = []
try:
    found[1] = "example.org"
except TypeError as error:
    PROBLEMS.append(str(error))
try:
    del found["host"]
except TypeError as error:
    PROBLEMS.append(str(error))
