# note: A function that calls itself flattens nested lists.
def flatten(items):
    result = []
    for item in items:
        result += flatten(item) if isinstance(item, list) else [item]
    return result


INSTALLED_APPS = flatten(["a", ["b", ["c"]], []])
