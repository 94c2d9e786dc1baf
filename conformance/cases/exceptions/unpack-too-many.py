# note: Unpacking more values than there are targets is a ValueError.
HOST, PORT = "localhost:5432:extra".split(":")
