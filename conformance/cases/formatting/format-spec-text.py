# note: Text has alignment, fill, width and cut; zeros do not align it to the right.
ALIGNED = [format("ab", spec) for spec in ("5", "<5", ">5", "^5", "*^6", "05", ".1", "5.1", "s")]
FIELDS = ["{:>{}}".format("ab", 5), "{:{fill}^{width}}".format("x", fill="-", width=5)]
