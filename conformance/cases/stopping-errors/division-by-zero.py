# note: A division by zero stops at its line.
RATIO = 1 / 0
