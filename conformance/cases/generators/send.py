# note: `send` gives a value to the `yield` that waits.
def totals():
    total = 0
    while True:
        amount = yield total
        if amount is None:
            return
        total += amount


source = totals()
STEPS = [next(source), source.send(5), source.send(7)]
ENDED = next(source, "ended")
