# note: Builtin functions count their arguments in words of their own.
COUNT = len("a", "b")
