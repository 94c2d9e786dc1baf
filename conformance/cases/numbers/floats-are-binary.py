# note: Floats are binary: sums are off in the last place, and read by their shortest text.
SUMS = [0.1 + 0.2, 0.1 + 0.2 == 0.3, 1.1 * 3, 1e16 + 1, 0.1 * 3]
SUMMED = [sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1e16, 1, -1e16])]
TEXTS = [str(0.1 + 0.2), str(1e15), str(1e16), str(1.5e-7), str(100.0)]
