# note: int reads no fraction.
TIMEOUT = int("1.5")
