# note: remove needs the item, discard does not.
TAGS = {"a"}
TAGS.remove("b")
