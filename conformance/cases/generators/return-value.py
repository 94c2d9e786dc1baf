# note: What a generator returns is the value of `yield from`, and of the StopIteration.
def part():
    yield "a"
    return "done"


def whole():
    result = yield from part()
    yield result


ALL = list(whole())
source = part()
next(source)
try:
    next(source)
except StopIteration as stop:
    VALUE = stop.value
