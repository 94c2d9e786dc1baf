# note: sorted makes a list of anything; reversed goes through sequences from the end.
SORTED = [sorted("hello"), sorted({"b": 1, "a": 2}), sorted([3, 1], reverse=True), sorted(["bb", "a"], key=len)]
REVERSED = [list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2}))]
