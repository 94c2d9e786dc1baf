# note: any and all of nothing are false and true.
EMPTY = [any([]), all([])]
FOUND = [any([0, "", "x"]), all([1, "a", [0]]), all(n > 1 for n in (2, 3)), any(n > 9 for n in (2, 3))]
