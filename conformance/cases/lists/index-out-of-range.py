# note: An index ends at the length.
HOSTS = ["a"]
SECOND = HOSTS[1]
