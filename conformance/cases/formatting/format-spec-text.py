# note: Alignment, fill, width and cut of text; zeros do not align text to the right.
ALIGNED = [format("ab", spec) for spec in ("5", "<5", ">5", "^5", "*^6", "05", ".1", "5.1", "s")]
FIELDS = ["{:>{}}".format("ab", 5), "{:{fill}^{width}}".format("x", fill="-", width=5)]
