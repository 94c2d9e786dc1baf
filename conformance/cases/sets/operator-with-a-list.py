# note: Operators of sets take no list, the methods do.
TAGS = {"a"} | ["b"]
