# note: Two users of one iterator share it.
words = iter(["host", "db", "port", "5432"])
OPTIONS = {key: next(words) for key in words}
numbers = iter([1, 2, 3, 4, 5])
HAS_TWO = 2 in numbers
REST = list(numbers)
