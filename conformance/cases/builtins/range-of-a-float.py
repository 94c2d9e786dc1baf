# note: A range counts in whole numbers.
PORTS = list(range(0, 1.5))
