# note: Sums, the largest, sets, dicts and bytes look at an item before they ask for the next, so that what is wrong first is told.
import functools
import math

SEEN = []
WORDS = []


def items(*values):
    for value in values:
        SEEN.append(value)
        if value == "stop":
            raise LookupError("the end was asked for")
        yield value


class Odd:
    def __eq__(self, other):
        raise TypeError("not compared")

    __hash__ = None


for look in (
    lambda: sum(items(1, "a", "stop")),
    lambda: sum(map(int, [5, "x"]), []),
    lambda: max(items(1, "a", "stop")),
    lambda: min(items("a", 1, "stop"), key=len),
    lambda: set(items(1, [], "stop")),
    lambda: frozenset(items([], "stop")),
    lambda: {1}.union(items(2, [], "stop")),
    lambda: dict(items((1, 2), 3, "stop")),
    lambda: dict(items((1, 2), (1, 2, 3), "stop")),
    lambda: dict.fromkeys(items(1, [], "stop")),
    lambda: bytes(items(1, 300, "stop")),
    lambda: math.prod(items(1, "a", [], "stop")),
    lambda: functools.reduce(lambda one, other: one + other, items(1, "a", "stop")),
    lambda: [1, Odd()] == [2, 2],
    lambda: {"a": 1, "b": Odd()} == {"a": 2, "b": 2},
    lambda: sorted(items(2, 1, "stop")),
    lambda: max(items(), default="none"),
):
    try:
        WORDS.append(look())
    except (TypeError, ValueError, LookupError) as error:
        WORDS.append([type(error).__name__, str(error)])
