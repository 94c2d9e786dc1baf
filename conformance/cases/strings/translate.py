# note: A translation table maps code points to text, to code points or to nothing.
TABLE = str.maketrans("abc", "xyz", "-")
TRANSLATED = "a-b-c-d".translate(TABLE)
UMLAUTS = "Größe über".translate(str.maketrans({"ö": "oe", "ß": "ss", "ü": "ue"}))
BY_CODE = "abc".translate({97: "A", 98: None, 99: 90})
