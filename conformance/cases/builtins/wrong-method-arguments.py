# note: The methods of builtin types count their arguments in words of their own too.
HOSTS = "a,b".split(",", 1, 2)
