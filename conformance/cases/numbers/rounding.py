# note: Halves go to the even neighbour, on the exact value of the float; negative digits round whole numbers too.
HALVES = [round(0.5), round(1.5), round(2.5), round(-2.5), round(2.675, 2), round(1.005, 2)]
DIGITS = [round(3.14159, 2), round(3.0, 1), round(1234.5678, -2), round(1e20, 2)]
WHOLE = [round(15, -1), round(25, -1), round(12345, -2), round(7, 2)]
TYPES = [type(round(1.5)).__name__, type(round(1.5, 0)).__name__, type(round(1, 1)).__name__]
