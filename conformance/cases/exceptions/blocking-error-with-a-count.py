# note: An OSError that says that something would block has a count where others have a file.
TOLD = []
for arguments in [(11, "would block", 5), (11, "would block", True, None, "b"), (11, "would block", "a"), (11, "would block"), (2, "none", 5)]:
    error = OSError(*arguments)
    TOLD.append([type(error).__name__, str(error), error.args, error.filename])
WRITTEN = OSError(11, "would block", 5).characters_written
COUNTED = OSError(11, "would block", True).characters_written
