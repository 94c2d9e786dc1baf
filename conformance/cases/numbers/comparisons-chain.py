# note: Comparisons chain, each operand evaluated once.
PORT = 8000
IN_RANGE = 1024 <= PORT < 65536
MIXED = [1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 == True, 3 > 2 == 2]
