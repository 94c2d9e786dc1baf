# note: Augmented operators change a set in place, and `discard` lets pass what is not there.
TAGS = SAME = set("hello")
TAGS.add("z")
TAGS.discard("q")
TAGS.remove("h")
TAGS.update("yx")
TAGS -= {"y"}
TAGS |= {"new"}
SUBSET = {1, 2} <= {1, 2, 3}, {"a"}.issuperset(set())
COMBINED = {1} | {2}, {1, 2} - {1}, {3} & {3, 4}, {1} ^ {1, 2}
FROZEN = frozenset("ab") == {"a", "b"}
