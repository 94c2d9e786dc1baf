# note: isinstance takes a class, a tuple of them or a union; True is a number too.
CHECKS = [isinstance(True, int), isinstance(1, (str, int)), isinstance("a", str | None), isinstance(None, type(None)), isinstance(1.0, int)]
CLASSES = [issubclass(bool, int), issubclass(int, (str, object)), issubclass(KeyError, LookupError)]
NAMES = [type(value).__name__ for value in (1, "a", None, [], {}, (), set(), 1.0, b"", range(1), len, type)]
