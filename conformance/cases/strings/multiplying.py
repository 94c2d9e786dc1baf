# note: A text times a number repeats it; zero and less give nothing, a truth value counts.
RULE = "=-" * 10
NOTHING = ["a" * 0, "a" * -3, 2 * "ab", "a" * True]
PLACEHOLDERS = ", ".join(["%s"] * 3)
