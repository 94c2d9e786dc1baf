# note: Sorting is stable, by key, and reversed without turning equal items around; sort gives None.
WORDS = ["b", "A", "a", "B"]
PLAIN = sorted(WORDS)
FOLDED = sorted(WORDS, key=str.lower)
REVERSED = sorted(WORDS, key=str.lower, reverse=True)
PAIRS = sorted([(2, "a"), (1, "b"), (1, "a")])
BY_SECOND = sorted({"x": 2, "y": 1}.items(), key=lambda item: item[1])
MIXED = sorted([3, 1.5, True])
IN_PLACE = WORDS.sort(key=len)
