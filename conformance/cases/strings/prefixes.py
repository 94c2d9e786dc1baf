# note: Prefixes decide the type and whether escapes count; u changes nothing.
TEXT = u"plain"
RAW = R"\n"
BYTES = b"\x00\xff\n"
RAW_BYTES = rb"\x00"
MIXED = f"{1 + 1}" r"\d" "\t"
LENGTHS = [len("\n"), len(r"\n"), len(b"\n"), len(rb"\n"), len("é"), len("é".encode())]
