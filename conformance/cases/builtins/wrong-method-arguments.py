# note: So do the methods of builtin types.
HOSTS = "a,b".split(",", 1, 2)
