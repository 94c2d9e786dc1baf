# note: An encoding that Python does not have is a LookupError.
NAME = "shop".encode("utf-9000")
