# note: Fields are numbered by themselves or by hand, or named, and reach into attributes and items.
CONFIG = {"db": {"host": "localhost", "ports": [5432, 5433]}}
BY_ORDER = "{}:{}".format("localhost", 80)
BY_NUMBER = "{1}{0}{1}".format("a", "b")
BY_NAME = "{scheme}://{host}".format(scheme="https", host="example.com")
INSIDE = "{c[db][host]}:{c[db][ports][1]}".format(c=CONFIG)
ATTRIBUTE = "{0.real}+{0.imag}".format(5)
BRACES = "{{{}}} {{}}".format("x")
CONVERTED = "{!r} {!s} {!a}".format("é", "é", "é")
MAPPED = "{a}-{b}".format_map({"a": 1, "b": 2})
