# note: Bit operations on numbers of any sign; on two truth values they give one.
OPERATIONS = [6 & 3, 6 | 3, 6 ^ 3, ~6, -5 >> 1, 1 << 4, -1 & 255]
TRUTHS = [True & False, True | False, True ^ True, True & 1, ~True + 2]
PERMISSIONS = 0o600 | 0o040 | 0o004
