# note: Bytes hold numbers from 0 to 255; an index gives one, a slice gives bytes.
DATA = b"abc\xff"
FIRST = DATA[0]
PART = DATA[1:3]
NUMBERS = list(DATA)
LENGTH = len(DATA)
REPR = [repr(DATA), repr(b"it's"), str(b"x")]
EQUAL = [b"a" == "a", b"a" == b"a", 97 in DATA, b"bc" in DATA]
