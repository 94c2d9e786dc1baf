# note: `:=` cannot bind the variable of the comprehension that it stands in.
HOSTS = [(host := host.strip()) for host in "a, b".split(",")]
