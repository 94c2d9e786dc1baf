# note: Lines end at more characters than the line feed, and the last end makes no empty line.
TEXT = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\n"
LINES = TEXT.splitlines()
KEPT = "a\r\nb".splitlines(True)
EMPTY = ["".splitlines(), "\n".splitlines(), "\n\n".splitlines()]
BY_FEED = "a\n\nb\n".split("\n")
