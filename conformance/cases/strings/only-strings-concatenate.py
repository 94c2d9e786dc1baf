# note: A string takes no number at its right.
PORT = 8000
URL = "http://localhost:" + PORT
