# note: Of several variables of a comprehension that are none, what is wrong inside of the second is not told.
HOSTS = [1 for [host.upper()], [name for name() in NAMES] in HOSTS]
