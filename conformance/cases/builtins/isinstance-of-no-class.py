# note: The second argument has to be a class.
IS_TEXT = isinstance("a", "str")
