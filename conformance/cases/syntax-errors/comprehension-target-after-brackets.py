# note: Of several variables of a comprehension, what is wrong inside of a later one is not told, even where the first stands in brackets.
HOSTS = [1 for [host, port], [name for name() in NAMES] in HOSTS]
