# note: A number takes no string at its right, in words of its own.
TIMEOUT = 60 + "0"
