# note: What cannot be gone through cannot be unpacked, and a length is never negative.
import config
import sys


class Server:
    def __len__(self):
        return -1


PROBLEMS = []
for attempt in ("a, b = Server()", "a, b = Server", "a, b = 5", "bool(Server())", "len(Server())"):
    try:
        exec(attempt)
    except (TypeError, ValueError) as error:
        PROBLEMS.append(str(error))
MODULES = [repr(sys), repr(config).partition("config/")[2]]
