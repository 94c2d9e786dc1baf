# note: Texts are looked for inside texts and ordered by code points.
HAS = ["op" in "shop", "" in "shop", "S" in "shop", "x" not in "shop"]
ORDER = ["a" < "b", "Z" < "a", "a" < "aa", "é" > "z", "10" < "9", "\uffff" < "😀"]
SORTED = sorted(["b", "A", "a", "É", "_"])
SMALLEST = min("golive")
