# note: Of several variables of a comprehension, what is wrong inside of the second is told where the first reading never got there.
connect() = [1 for [host.upper()], [name for name() in NAMES] in HOSTS]
