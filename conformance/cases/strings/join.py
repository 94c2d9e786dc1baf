# note: join takes any iterable of strings and no other items.
HOSTS = ",".join(["a.example", "b.example"])
KEYS = "-".join({"x": 1, "y": 2})
LETTERS = ".".join("abc")
NUMBERS = " ".join(str(number) for number in range(3))
NOTHING = ",".join([])
