# note: `yield` is refused outside of a function, wherever it is written.
APPS = ["shop", (yield)]
