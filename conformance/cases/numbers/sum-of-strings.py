# note: sum refuses a text to start with.
NAME = sum(["a", "b"], "")
