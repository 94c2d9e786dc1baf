# note: A keyword that a method does not take is named.
LINE = "a".join(items=["b"])
