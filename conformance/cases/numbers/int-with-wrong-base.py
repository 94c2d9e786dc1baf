# note: A text with a letter is no number in base 10, and the message names the base.
PERMISSIONS = int("0o644", 10)
