# note: A handler that names no exception fails at its own line.
try:
    PORT = int("eighty")
except "ValueError":
    PORT = 80
