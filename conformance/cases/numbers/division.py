# note: A slash gives a float, two slashes round down, and the remainder has the divisor's sign.
PLAIN = [7 / 2, 6 / 2, -7 / 2, 1 / 3]
FLOORED = [7 // 2, -7 // 2, 7 // -2, 7.5 // 2, -7.5 // 2]
REMAINDERS = [7 % 3, -7 % 3, 7 % -3, 7.5 % 2, -7.5 % 2]
BOTH = [divmod(7, 3), divmod(-7, 3), divmod(7.5, 2)]
LARGE = [10**20 / 3, 10**30 // 7, 2**64 / 2**60, (2**53 + 1) / 1]
