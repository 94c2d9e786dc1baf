# note: A list cannot be in a set.
APPS = {"a", ["b"]}
