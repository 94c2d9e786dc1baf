# note: A tuple given to `sys.exit` is what the exception holds, an exception to leave by is raised itself, and None says nothing.
import sys

HELD = []
for status in [None, 3, (), (1,), (1, 2), "stop", SystemExit(4), ValueError("five")]:
    try:
        sys.exit(status)
    except SystemExit as error:
        HELD.append([error.args, error.code, str(error)])
try:
    quit((1, 2))
except SystemExit as error:
    QUIT = [error.args, error.code]
sys.exit((2**31,))
