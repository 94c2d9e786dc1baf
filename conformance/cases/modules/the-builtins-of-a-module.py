# note: A module holds the builtins under a name of its own, beside the others that it begins with.
THERE = "__builtins__" in globals(), "__builtins__" in dir()
BEGUN = list(globals())[:8]
COUNT = len([name for name in vars() if name.startswith("__")])
