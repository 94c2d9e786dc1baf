# note: `repr` prefers single quotes unless only double ones save an escape, and escapes what cannot be printed.
TEXTS = "tab\there", "nl\\n", "q'q", 'q"q', "both'\"", "\x00", "\x7f", "é", "\u200b", "\U0001f600"
SHOWN = [repr(text) for text in TEXTS]
OF_BYTES = repr(b"\x00\xff\n'")
IN_ASCII = ascii("é\U0001f600")
