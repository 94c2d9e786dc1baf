# note: `map` and `zip` take one item at a time; `zip` ends with the shortest.
LOG = []


def upper(text):
    LOG.append(text)
    return text.upper()


mapped = map(upper, ["a", "b", "c"])
FIRST = next(mapped)
PAIRS = list(zip([1], mapped))
LEFT = list(mapped)
