# note: A StopIteration inside a generator is the cause of a RuntimeError, which is raised where the item is asked for.
def first():
    yield next(iter([]))


WORDS = []
for lazy in (first(), (next(iter([])) for _ in range(1))):
    try:
        list(lazy)
    except RuntimeError as error:
        WORDS.append([str(error), repr(error.__cause__)])

list(
    next(iter([]))
    for _ in range(1)
)
