# note: A deleted name is gone, and the builtin behind it is back.
list = tuple
SHADOWED = list("ab")
del list
PLAIN = list("ab")
SECRET = "x"
del SECRET
print(SECRET)
