# note: `:=` takes one name, and a `match` needs a case.
HOSTS = ["a.example", "bb.example"]
LENGTHS = [(size := length := len(host)) for host in HOSTS]
