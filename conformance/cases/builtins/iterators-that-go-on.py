# note: `map`, `filter`, `zip` and `enumerate` end where what they ask ends, and keep no memory of it; a StopIteration that is raised comes out of `next` as it is.
def first(text):
    return next(iter(text))


def stopping(text):
    raise StopIteration("no more", text)


NAMES = enumerate(map(first, ["a", "", "b"]))
NUMBERED = [list(NAMES), list(NAMES)]
LEFT, RIGHT = iter([1, 2, 3]), iter([5])
PAIRS = zip(LEFT, RIGHT)
ZIPPED = [list(PAIRS), list(PAIRS), list(LEFT)]
FILTERED = filter(first, ["a", "", "b"])
KEPT = [list(FILTERED), list(FILTERED)]


class Every:
    asked = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.asked += 1
        if self.asked % 2 == 0:
            raise StopIteration("even", self.asked)
        return self.asked


EVERY = Every()
TEXTS = map(str, EVERY)
ODD = [list(EVERY), list(TEXTS), list(TEXTS)]
CALLS = iter(lambda: stopping("call"), 1)
ENDS = [list(CALLS)]
for run in (
    lambda: next(map(stopping, ["a"])),
    lambda: next(filter(stopping, ["b"])),
    lambda: next(zip(EVERY, EVERY)),
    lambda: next(zip([], EVERY)),
    lambda: next(text for text in map(stopping, ["c"])),
    lambda: next(CALLS),
):
    try:
        ENDS.append(run())
    except StopIteration as error:
        ENDS.append(error.args)
LAST = next(map(first, [""]))
