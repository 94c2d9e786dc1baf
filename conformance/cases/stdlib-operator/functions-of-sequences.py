# note: `concat` takes sequences alone, readers ask for what they read, and shifts are functions too.
import operator

VALUES = [operator.concat("a", "b"), operator.concat([1], [2]), operator.lshift(1, 4), operator.rshift(16, 2)]
HINTS = [operator.length_hint("abc", 5), operator.length_hint(7, 5), operator.length_hint([])]
INDEX = [operator.index(True), operator.index(5)]


def refused(function, *arguments):
    try:
        return function(*arguments)
    except (TypeError, ValueError, OverflowError) as error:
        return [type(error).__name__, str(error)]


REFUSED = [
    refused(operator.concat, 1, 2),
    refused(operator.concat, None, "a"),
    refused(operator.concat, {"a": 1}, {}),
    refused(operator.concat, "a", 2),
    refused(operator.itemgetter),
    refused(operator.attrgetter),
    refused(operator.attrgetter, 5),
    refused(operator.length_hint, "a", None),
    refused(operator.index, "5"),
    refused(operator.matmul, 1, 2),
    refused(operator.lshift, 1, -1),
]
try:
    operator.attrgetter["a"]
except TypeError as error:
    NO_BRACKETS = str(error)
