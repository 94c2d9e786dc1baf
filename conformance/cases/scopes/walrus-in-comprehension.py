# note: `:=` in a comprehension binds in the module around it.
HOSTS = ["a.example", "bb.example"]
LENGTHS = [length := len(host) for host in HOSTS]
LAST_LENGTH = length
FOUND = any((match := host).startswith("b") for host in HOSTS)
MATCH = match
