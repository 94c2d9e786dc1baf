# note: Unpacking that does not fit.
HOST, PORT = "localhost:5432:extra".split(":")
