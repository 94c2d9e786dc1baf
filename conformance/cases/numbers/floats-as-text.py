# note: A float is written with the fewest digits that give it back, in exponents from 1e16 up and below 1e-4.
TEXTS = [str(number) for number in (0.1, 1.0, 1e22, 1e16, 123456789.123, 1e-5, 0.0001, -0.0, 1 / 3, 2**53 + 0.0)]
EXTREMES = str(float("inf")), str(float("nan")), str(5e-324)
