# note: Text that a comprehension evaluates sees its names; they alone are its locals at module level.
HOSTS = ["a.org", "b.org"]
EVALUATED = [eval("host.upper()") for host in HOSTS], [eval("HOSTS[0]") for host in HOSTS]
NAMES = [sorted(locals()) for host in HOSTS], [dir() for host in HOSTS for port in (80,)]


def names(prefix):
    return [sorted(locals()) for host in HOSTS], [eval("prefix + host") for host in HOSTS]


IN_A_FUNCTION = names("www.")
