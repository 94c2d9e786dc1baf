# note: What is thrown into a generator that has not begun comes from its first line, of a lambda from the lambda's.
make = (
    0,
    lambda: [
        (yield 1),
    ],
)[1]
make().throw(ValueError("not begun"))
