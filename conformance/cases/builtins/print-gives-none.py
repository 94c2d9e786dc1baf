# note: print writes and gives None.
RESULT = print("starting", 1, sep="-", end="")
