# note: Iterators that pass on what another gives end where it ends, and go on where it goes on.
import itertools


def first(text):
    return next(iter(text))


def stopping(*args):
    raise StopIteration("no more", *args)


class Every:
    asked = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.asked += 1
        if self.asked % 3 == 0:
            raise StopIteration("third", self.asked)
        return self.asked


PASSED = []
for make in (
    lambda items: itertools.starmap(lambda item: item, zip(items)),
    lambda items: itertools.dropwhile(lambda item: item == "a", items),
    lambda items: itertools.filterfalse(lambda item: item == "a", items),
    lambda items: itertools.accumulate(items),
    lambda items: itertools.compress(items, [1, 1, 1, 1, 1]),
):
    made = make(map(first, ["a", "b", "", "c", "d"]))
    PASSED.append([list(made), list(made)])
EVERY = itertools.accumulate(Every())
SUMS = [list(EVERY), list(EVERY)]
ENDS = []
for made in (
    itertools.starmap(stopping, [(1,)]),
    itertools.dropwhile(stopping, [1]),
    itertools.filterfalse(stopping, [1]),
    itertools.compress(map(stopping, [1]), [1]),
    itertools.compress(Every(), [1, 1, 1]),
    itertools.chain(map(stopping, [1])),
):
    try:
        ENDS.append([next(made), next(made), next(made)])
    except StopIteration as error:
        ENDS.append(error.args)
