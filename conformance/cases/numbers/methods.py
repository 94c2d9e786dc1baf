# note: Numbers have methods and attributes too, and give their size, their ratio and their bytes exactly.
INTS = [(10).bit_length(), (5).real, (5).imag, (5).numerator, (5).denominator, (3).conjugate(), (5).as_integer_ratio()]
FLOATS = [(1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (1.5).hex(), (2.5).real]
BYTES = [(1024).to_bytes(2, "big"), int.from_bytes(b"\x04\x00", "big")]
