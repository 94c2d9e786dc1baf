# note: Comprehensions filter, nest and bind no name outside.
NAMES = ["a", "b"]
APPS = [f"shop.{name}" for name in NAMES]
FILTERED = [n for n in range(10) if n % 2 if n > 3]
PAIRS = [(x, y) for x in NAMES for y in range(2)]
FLAT = [item for row in [[1], [2, 3]] for item in row]
BY_NAME = {name: len(name) for name in ("shop", "blog")}
LETTERS = {letter for letter in "hello"}
LEAKED = "name" in dir()
