# note: A number has no length.
COUNT = len(8000)
