# note: A number without an argument is told.
URL = "{}:{}".format("localhost")
