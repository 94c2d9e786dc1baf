# note: Letters, digits and cases are Unicode's: a full-width digit is a digit, and one letter may become two.
KINDS = "abc".isalnum(), "a c".isalnum(), " ".isspace(), "id_1".isidentifier(), "１".isdigit(), "½".isnumeric()
CASES = "ß".casefold(), "İ".lower(), "ǆ".title(), "tESt".swapcase()
TITLES = "one two".title(), "they're".title(), "Title Case".istitle(), "abc".islower()
ZEROS = "x".zfill(0), "+5".zfill(4)
CENTERED = "ab".center(7, "."), "ab".center(6, ".")
