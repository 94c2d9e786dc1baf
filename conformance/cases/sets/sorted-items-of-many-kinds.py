# note: Which items of a set cannot be compared hangs on its order, which is another in each process.
try:
    SORTED = sorted({"a", 1.5, "b"} | {"c"})
except TypeError as error:
    SORTED = "refused"
