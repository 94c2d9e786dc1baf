# note: Zero has no negative power.
RATE = 0**-1
