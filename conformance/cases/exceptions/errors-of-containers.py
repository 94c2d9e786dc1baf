# note: Lists, dicts and tuples each refuse in their own words.
HOSTS = ["a", "b"]
PAIR = ("x", 1)
PROBLEMS = []
for attempt in (
    lambda: HOSTS.pop(7),
    lambda: HOSTS.__setitem__("a", 1),
    lambda: exec("HOSTS['a'] = 1"),
    lambda: exec("HOSTS[9] = 1"),
    lambda: exec("HOSTS[0:1] = 5"),
    lambda: exec("del PAIR[0]"),
    lambda: exec("del PAIR['x']"),
    lambda: exec("del PAIR[0:1]"),
    lambda: exec("str.shout = 1"),
):
    try:
        attempt()
    except (TypeError, IndexError, AttributeError) as error:
        PROBLEMS.append([type(error).__name__, str(error)])
SLICES = {slice(1, 2): "one", slice(None): "all"}[slice(None)]
