# note: Which items of a set cannot be compared hangs on its order, and so do the words of the error.
# unknown: WORDS
WORDS = []
for attempt in (lambda: min({"a"} | {1, 2}), lambda: max({"a", 1}), lambda: sum({"a", (1,)})):
    try:
        attempt()
    except TypeError as error:
        KIND = type(error).__name__
        WORDS.append(str(error))
