# note: Integers have no limit, `//` and `%` round down, and `round` goes to the even neighbour.
AN_INT = 60 * 60 * 24 * 365
HEX, OCT, BIN = 0xFF, 0o644, 0b101
UNDERSCORED = 31_536_000
BIG = 2 ** 100
NEGATIVE_DIVISION = -7 // 2
REMAINDER = -7 % 3
TRUE_DIVISION = 7 / 2
WHOLE_FLOAT = 4 / 2
POWER = 2 ** -1
FLOAT = 1.5e3
SHIFTED = 1 << 20
BITS = 0b1100 & 0b1010 | 1 ^ 3
INVERTED = ~5
BOOL_SUM = True + True
ROUNDED = round(2.5), round(3.5), round(2.675, 2)
DIVMOD = divmod(17, 5)
CONVERTED = int('42'), int(' 7 '), int('ff', 16), int(3.9), int(-3.9), float('1e2'), int('1_000')
MINMAX = min(3, 1, 2), max([4, 9, 2]), sum([1, 2, 3]), abs(-4)
COMPARE_CHAIN = 1 < 2 < 3, 1 < 3 < 2
EQUAL_KINDS = 1 == 1.0 == True
