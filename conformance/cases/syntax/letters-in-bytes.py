# note: Bytes are written in ASCII only.
NAME = "café"
SALT = b"café"
