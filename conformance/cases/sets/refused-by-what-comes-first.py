# note: What cannot be summed up is refused for the item that comes first, which is not known of a set.
# unknown: WORDS
PARTS = frozenset([1]).union({"": 0})
try:
    sum(PARTS, [])
except TypeError as error:
    WORDS = str(error)
    REFUSED = True
