# note: Positional-only, ordinary, variable, keyword-only and further keyword arguments, all at once.
def database(name, /, host="localhost", *flags, timeout=5, **options):
    return (name, host, flags, timeout, options)


PLAIN = database("main")
FULL = database("main", "db", "a", "b", timeout=9, ssl=True)
NAME_AS_OPTION = database("main", name="other")
