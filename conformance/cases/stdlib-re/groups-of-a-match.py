# note: A group is told by its number, which may be a bool, or by its name; anything else is no group, or cannot be looked for.
# unknown: EMPTY_GROUP, EMPTY_TURN
import re

FOUND = re.match(r"(a)(?P<rest>b)?", "a")
GROUPS = [FOUND.group(True), FOUND[False], FOUND.group("rest"), FOUND.start("rest"), FOUND.span(True)]


def refused(key, read=FOUND.group):
    try:
        return read(key)
    except (IndexError, TypeError) as error:
        return [type(error).__name__, str(error)]


REFUSED = [refused(key) for key in (None, 2.5, b"rest", "other", ("a",), 3, -1, 10**30, ["a"], {"a": 1})]
PLACES = [refused(key, FOUND.end) for key in (None, "other", 3, ["a"])]
SPLIT = [re.split("a", "bab", most) for most in (0, -1, 1, True)]
REPLACED = [re.sub("a", "c", "bab", count) for count in (0, -1, 1)]
try:
    re.sub("a", b"c", "bab")
except TypeError as error:
    BY_BYTES = str(error)
EMPTY_GROUP = re.match(r"()(\s*)?", "postgres://").groups()
EMPTY_TURN = re.match(r"(a*)*", "b").groups()
