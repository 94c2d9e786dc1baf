# note: The special methods of builtin values can be called by name.
LENGTHS = ["shop".__len__(), [1, 2].__len__(), {"a": 1}.__contains__("a")]
ITEMS = [[1, 2].__getitem__(0), {"a": 1}.__getitem__("a"), (1, 2).__add__((3,))]
CHANGED = [1]
CHANGED.__setitem__(0, 5)
UNBOUND = [str.upper("a"), list.count([1, 1], 1), dict.get({"a": 1}, "a"), int.__add__(1, 2)]
