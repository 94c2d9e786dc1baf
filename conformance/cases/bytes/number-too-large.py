# note: A byte is at most 255.
DATA = bytes([1, 256])
