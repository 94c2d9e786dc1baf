# note: + makes a new list, += changes the list it stands for and takes any iterable.
BASE = ["a"]
SAME = BASE
NEW = BASE + ["b"]
SAME += ("c",)
SAME += "de"
TIMES = [[0] * 3, [1, 2] * 0, 2 * ["x"]]
SHARED = [[]] * 2
SHARED[0].append("in both")
