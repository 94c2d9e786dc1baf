# note: The separator of `bytes.hex` is one ASCII character.
WORDS = []
for separator in (":", "ς", b"-", "ab", 5):
    try:
        WORDS.append(b"Hi!".hex(separator))
    except (TypeError, ValueError) as error:
        WORDS.append(str(error))
