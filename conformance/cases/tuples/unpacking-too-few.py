# note: Targets that get no value are told with how many came.
HOST, PORT = "localhost".split(":")
