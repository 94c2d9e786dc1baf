# note: A letter that is no conversion is told with its place; the sign at the end of a text is incomplete.
DISCOUNT = "100% sure: %y" % 5
