# note: Searches keep to their bounds, give -1 or an error, and find the empty text everywhere within.
PATH = "a/b/a/b"
FIRST = PATH.find("a", 1)
LAST = PATH.rfind("a", 0, -2)
NONE = PATH.find("z")
COUNTS = [PATH.count("a"), PATH.count("a", 1), PATH.count(""), PATH.count("", 3, 5), PATH.count("", 9)]
EMPTY_FINDS = ["abc".find(""), "abc".find("", 3), "abc".find("", 4), "abc".rfind("")]
OVERLAP = "aaaa".count("aa")
STARTS = [PATH.startswith(("x", "a")), PATH.startswith("b", 2), PATH.endswith("b", 0, -1), "".startswith("", 1)]
