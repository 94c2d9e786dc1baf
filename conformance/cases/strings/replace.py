# note: replace works from the left, up to a count, and an empty text is found between all characters.
SLUG = "My Shop App".replace(" ", "-").lower()
ONCE = "a.a.a".replace("a", "b", 1)
NEVER = "aaa".replace("a", "b", 0)
BETWEEN = "abc".replace("", "-")
BETWEEN_TWICE = "abc".replace("", "-", 2)
NOTHING = ["".replace("", "x"), "".replace("a", "x")]
