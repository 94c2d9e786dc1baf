# note: `yield from` a generator's own recursion.
def walk(tree, prefix=""):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from walk(value, prefix + key + ".")
        else:
            yield prefix + key, value


FLAT = dict(walk({"db": {"host": "localhost", "options": {"ssl": True}}, "debug": False}))
