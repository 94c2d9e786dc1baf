# note: join needs something to iterate over.
HOSTS = ",".join(None)
