# note: Where what `map` or `filter` calls raises StopIteration, the iteration ends there, and can be gone on with; of a generator it is an error.
def first(text):
    return next(iter(text))


texts = map(first, ["a", "", "b", ""])
MAPPED = [list(texts), list(texts), next(texts, None)]
FILTERED = list(filter(first, ["a", "", "b"]))
LOOPED = []
for letter in map(first, ["x", "y", "", "z"]):
    LOOPED.append(letter)
WORDS = []
for run in (
    lambda: next(map(first, [""])), lambda: list(first("") for _ in "a"), lambda: [first("") for _ in "a"],
    lambda: sorted("ab", key=lambda _: first("")),
):
    try:
        WORDS.append(run())
    except (StopIteration, RuntimeError) as error:
        WORDS.append([type(error).__name__, str(error)])
