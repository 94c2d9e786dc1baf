# note: Each builtin type has its own special methods, and `hasattr` knows which.
VALUES = {"count": 5, "name": "shop", "hosts": ["a"], "options": {"a": 1}, "nothing": None, "check": len}
HAVE_LENGTH = sorted(name for name, value in VALUES.items() if hasattr(value, "__len__"))
HAVE_NEXT = sorted(name for name, value in VALUES.items() if hasattr(value, "__next__"))
HAVE_CALL = sorted(name for name, value in VALUES.items() if hasattr(value, "__call__"))
HAVE_HASH = sorted(name for name, value in VALUES.items() if hasattr(value, "__hash__"))
HAVE_MODULE = sorted(name for name, value in VALUES.items() if hasattr(value, "__module__"))


class Plain:
    pass


CLASS_HAS_CALL = hasattr(Plain, "__call__")
OTHERS = [(5).__lt__(1.5), {"a": 1}.__gt__({}), (5).__mul__([1]), bool(range(0).__bool__())]
OTHERS = [str(other) for other in OTHERS]
