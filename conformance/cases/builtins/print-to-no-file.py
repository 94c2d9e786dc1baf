# note: `print` asks for a text between and after, and for something to write to.
PROBLEMS = []
for attempt in [
    lambda: print(sep=1),
    lambda: print(end=b""),
    lambda: print(file=3),
    lambda: print(end=1, sep=[]),
    lambda: print("a", file=PROBLEMS),
]:
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        PROBLEMS.append(str(error))
for value in ["a", None, 2.5, 9, True]:
    try:
        range(1).index(value)
    except ValueError as error:
        PROBLEMS.append(str(error))
