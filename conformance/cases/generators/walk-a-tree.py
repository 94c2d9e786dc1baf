# note: `yield from` hands on what the generator's own recursion yields.
def walk(tree, prefix=""):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from walk(value, prefix + key + ".")
        else:
            yield prefix + key, value


FLAT = dict(walk({"db": {"host": "localhost", "options": {"ssl": True}}, "debug": False}))
