# note: A number cannot be iterated over.
HOSTS = list(8000)
