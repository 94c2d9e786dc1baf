# note: An OSError of two to five arguments tells a number, a text and files, whatever they are.
TOLD = []
for arguments in [
    (False, "a", "b"), (True, "a"), ("x", "a", "f"), (None, "a", "f"), ("5", "a"), (2, "a", None), (2, "a", 5), (2, 5, "f"),
    (2, "a", "f", 3, "g"), (2, "a", "f", None, None), (2, "a", "f", 3), ([2], "a"), (2,), (2, 3, 4, 5, 6, 7), (2, "a", ""),
    (2, None), (2, "a", None, None, "g"), (),
]:
    error = OSError(*arguments)
    TOLD.append([type(error).__name__, str(error), error.args, error.errno, error.filename])
