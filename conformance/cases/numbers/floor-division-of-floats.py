# note: Floor division and remainder of floats work on the exact binary values, and a zero among them has a sign.
FLOORS = 1.0 // 0.1, -1.0 // 0.1, 7.5 // -2, -0.0 // 5, 3 // 0.7, 0.3 // 0.1
RESTS = 1.0 % 0.1, 7.5 % -2, -7.5 % 2, -5.0 % 5, 5.0 % -5, 3 % 0.7
MESSAGES = []
for wrong in (
    lambda: 1.5 % 0,
    lambda: 0.0 ** -1,
    lambda: 2.0 ** 10000,
    lambda: (1, 2) | (3,),
    lambda: reversed(3),
    lambda: iter(0.5),
    lambda: hash([]),
    lambda: {1} in {2: 3},
    lambda: max([1, 'a']),
    lambda: bytes(1.5),
    lambda: int.from_bytes(b'\x01', 'middle'),
):
    try:
        MESSAGES.append(wrong())
    except Exception as problem:
        MESSAGES.append((type(problem).__name__, str(problem)))
NUMBERS = int.from_bytes(b'\x01\x02', 'little'), int.from_bytes(b'\xff', signed=True), hex(True), chr(False), {1} in [{1}]
