# note: Two texts make a table only when they are of one length.
TABLE = str.maketrans("abc", "x")
