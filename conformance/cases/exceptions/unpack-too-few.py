# note: With a starred target the message says that at least so many values are needed.
HOST, PORT, *REST = "localhost".split(":")
