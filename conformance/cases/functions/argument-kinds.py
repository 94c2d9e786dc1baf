# note: Positional-only, ordinary, variable and keyword-only arguments may all stand in one function.
def database(name, /, host="localhost", *flags, timeout=5, **options):
    return (name, host, flags, timeout, options)


PLAIN = database("main")
FULL = database("main", "db", "a", "b", timeout=9, ssl=True)
NAME_AS_OPTION = database("main", name="other")
