# note: True and False bound a slice that is assigned as 1 and 0 do.
ONE = ["a", "b"]
ONE[True:1] = ["q"]
NONE = ["a", "b"]
NONE[True:True] = enumerate(["q"])
STEP = [1, 2, 3]
STEP[::True] = [5]
BACKWARDS = ["a", "b", "c"]
BACKWARDS[2:1] = ["q"]
