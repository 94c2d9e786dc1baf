# note: An OSError of two arguments or more tells the first as its number, whatever it is; True counts as 1.
TOLD = [
    [type(error).__name__, str(error), error.errno, error.args]
    for error in [OSError(False, "x"), OSError(False, "x", "f"), OSError(True, "x", "f"), OSError(2.0, "x", "f"), OSError("a", "b", "c"), OSError("a"), OSError()]
]
