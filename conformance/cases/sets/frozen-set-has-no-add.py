# note: A frozenset cannot change.
TAGS = frozenset({"a"})
TAGS.add("b")
