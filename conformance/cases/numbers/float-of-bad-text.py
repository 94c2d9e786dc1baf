# note: What is no float is shown as it was written.
RATE = float("0,5")
