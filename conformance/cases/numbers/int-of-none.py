# note: int of None says what it takes.
PORT = int(None)
