# note: bytes makes zeros of a number, bytes of numbers, and needs an encoding for text.
ZEROS = bytes(3)
CODES = bytes([72, 105])
ENCODED = bytes("é", "utf-8")
HEX = [bytes.fromhex("48 69"), b"Hi".hex(), b"Hi!".hex("-"), b"abcde".hex(":", 2)]
NUMBERS = [int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), int.from_bytes(b"\xff", "big", signed=True)]
