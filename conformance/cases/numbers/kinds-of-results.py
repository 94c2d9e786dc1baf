# note: The kinds of the operands decide the kind of the result: `/` and a negative power give floats, `//` and `%` round down.
INTS = [7 // 2, -7 // 2, 7 // -2, 7 % -3, -7 % 3, 2 ** 10, 2 ** 0.5, 10 ** -2, 0 ** 0, -2 ** 2, 1 << 70, -1 >> 1, 5 & -2, True + 1, True == 1, 1_000, 0b11 + 0o17 + 0xf, int(True), int('-5'), int('0x1f', 16), int('0b1', 0), int(1e20)]
FLOATS = [0.1 + 0.2, 1 / 3, 7 / 2, 7.5 // 2, -7.5 % 2, round(0.5), round(1.5), round(-2.5), round(1234.5678, -2), round(2.675, 2), 1e308 * 10, float('-inf'), 3.0 == 3, 1e0, .5, 5., 1E3]
COMPARE = [1 == 1.0, 1 < 2.5, True < 2, 'a' == 1, None == 0, [] == (), 0.1 + 0.2 == 0.3, 2 ** 53 == 2 ** 53 + 1, float('nan') == float('nan'), 10 ** 20 == 1e20]
TYPES = [type(x).__name__ for x in (1, 1.0, True, 2 ** 70, 7 // 2.0, 4 / 2, 2 ** -1, round(2.7), round(2.7, 1), abs(-1.5), divmod(7.0, 2)[0], sum([]), int('5') * 1.0)]
BASES = hex(255), oct(8), bin(5), format(255, '08b'), format(3.14159, '.2f'), (255).bit_length(), int.from_bytes(b'\x01\x00', 'big')
COMPLEX_CHAIN = 1 < 2 == 2 != 3 >= 3
BITS = ~0, 6 ^ 3, 6 | 1, 1 << 0
