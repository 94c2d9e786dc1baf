# note: A bare `raise` where nothing is being handled is a RuntimeError.
raise
