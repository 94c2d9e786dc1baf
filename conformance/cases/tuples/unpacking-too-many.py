# note: Values that have no target are counted.
HOST, PORT = "localhost:8000:extra".split(":")
