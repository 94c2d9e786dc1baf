# note: The methods of sets take any iterables where the operators want sets.
TAGS = {"a", "b"}
TAGS.add("c")
TAGS.discard("z")
TAGS.remove("a")
TAGS.update(["d"], "e")
JOINED = TAGS.union(["x"], "y")
SHARED = TAGS.intersection("bcd")
WITHOUT = TAGS.difference({"b"}, ["c"])
EITHER = TAGS.symmetric_difference({"b", "q"})
ASKED = [{"b"}.issubset(TAGS), TAGS.issuperset("b"), TAGS.isdisjoint({"q"}), len(TAGS), "b" in TAGS]
FROZEN = frozenset(["a", "a"])
