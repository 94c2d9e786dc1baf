# note: A slice can be replaced by any number of items, one with a step only by as many.
PLAIN = [0, 1, 2, 3]
PLAIN[1:3] = ["a", "b", "c"]
INSERTED = [0, 1]
INSERTED[1:1] = "xy"
STEPPED = [0, 1, 2, 3]
STEPPED[::2] = ("a", "b")
EMPTIED = [1, 2, 3]
EMPTIED[:] = []
DELETED = list(range(6))
del DELETED[::2]
del DELETED[0]
