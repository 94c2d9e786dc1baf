# note: A bare raise where nothing is handled.
raise
