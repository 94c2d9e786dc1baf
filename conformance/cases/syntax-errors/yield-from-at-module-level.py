# note: A `yield from` outside any function is told by its own name.
DEBUG = False
VALUES = yield from ("a", "b")
