# note: A power of whole numbers is whole, a negative exponent gives a float, and pow takes a modulus.
WHOLE = [2**10, (-2) ** 3, -(2**2), 0**0, 2**100]
FLOATS = [2**-1, 10**-2, 2.0**3, 2**0.5]
ORDER = [2**3**2, -(2**2), -2**2]
MODULO = [pow(3, 4, 5), pow(2, -1, 7), pow(2, 5, -7)]
UPLOAD_LIMIT = 25 * 1024**2
