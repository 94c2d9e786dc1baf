# note: A handler for something else than exceptions is told at its own line.
TIMEOUT = 3
try:
    PORT = int("x")
except (
    TIMEOUT
):
    PORT = 1
