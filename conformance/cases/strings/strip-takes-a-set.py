# note: strip takes a set of characters, not an affix, which removeprefix and removesuffix take.
STRIPPED = "www.wonder.com".lstrip("w.")
CUT = "www.wonder.com".removeprefix("www.")
SLASHES = "//static//".strip("/")
BLANKS = "\u00a0 text \u2003\n".strip()
UNCHANGED = "text".removesuffix("")
QUOTES = "'secret'".strip("'\"")
MISSING = "shop.py".removesuffix(".txt")
