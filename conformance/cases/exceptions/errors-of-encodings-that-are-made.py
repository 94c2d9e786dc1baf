# note: An error of an encoding is made of texts and places alone; a place that is given as a truth value is a number.
MADE = []
for attempt in (
    lambda: UnicodeEncodeError("utf-8", "ab", True, 2, "made up"),
    lambda: UnicodeDecodeError("utf-8", b"ab", False, 2, "made up"),
    lambda: UnicodeTranslateError("ab", 1, 2, "made up"),
    lambda: UnicodeEncodeError("utf-8", "ab", 1, 2, None),
    lambda: UnicodeEncodeError("utf-8", b"ab", 1, 2, "made up"),
    lambda: UnicodeEncodeError("utf-8", "ab", "1", 2, "made up"),
    lambda: UnicodeEncodeError("utf-8", "ab", 1, 10**20, "made up"),
    lambda: UnicodeDecodeError("utf-8", "ab", 1, 2, "made up"),
    lambda: UnicodeDecodeError("utf-8", "ab", 1, 2, 3),
    lambda: UnicodeTranslateError("ab", 1, 2, b"made up"),
    lambda: UnicodeTranslateError("ab", 1, 2),
):
    try:
        error = attempt()
        MADE.append([str(error), error.args, error.object, error.start, error.end, error.reason])
    except (TypeError, OverflowError) as error:
        MADE.append([type(error).__name__, str(error)])
