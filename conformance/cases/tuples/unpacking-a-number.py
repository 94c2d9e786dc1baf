# note: Only what can be iterated can be unpacked.
HOST, PORT = 8000
