# note: A set has no places.
HOSTS = {"a"}
FIRST = HOSTS[0]
