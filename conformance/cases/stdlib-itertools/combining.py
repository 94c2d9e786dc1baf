# note: Several iterables combine into rows, and neighbours of one key into groups.
from itertools import combinations, groupby, pairwise, permutations, product, zip_longest
HOSTS = [f"{name}.{zone}" for name, zone in product(["www", "api"], ["example.com", "example.org"])]
TWICE = list(product([0, 1], repeat=2))
CHOSEN = [list(combinations("abc", 2)), list(permutations([1, 2]))]
NEIGHBOURS = list(pairwise([1, 2, 3]))
LONGEST = list(zip_longest("ab", [1], fillvalue="-"))
GROUPED = {key: list(group) for key, group in groupby(["a1", "a2", "b1"], key=lambda name: name[0])}
