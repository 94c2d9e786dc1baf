# note: The methods that change a list give None, except `pop`; places beyond the end are the end.
APPS = ["a", "b"]
APPS.append("c")
APPS.extend(("d", "e"))
APPS.insert(1, "x")
APPS.insert(-1, "y")
APPS.insert(99, "z")
APPS.remove("a")
POPPED = [APPS.pop(), APPS.pop(0), APPS.pop(-2)]
PLACES = [APPS.index("c"), APPS.count("c"), [1, 2, 1].index(1, 1)]
GIVES_NONE = [APPS.sort(), [1].clear(), [2, 1].reverse(), [].extend("")]
COPY = APPS.copy()
COPY.append("only here")
