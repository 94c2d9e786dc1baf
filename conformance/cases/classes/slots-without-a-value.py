# note: A slot that holds nothing says so in words of its own, and an object of slots alone has no `__dict__`.
class Point:
    __slots__ = ("x", "y")


class Named(Point):
    __slots__ = {"name": "how it is called"}


class Free(Named):
    pass


WORDS = []


def note(run):
    try:
        WORDS.append(run())
    except (AttributeError, TypeError, ValueError) as error:
        WORDS.append([type(error).__name__, str(error)])


point, named, free = Point(), Named(), Free()
free.other = 1
point.x = 1
del point.x
note(lambda: point.x)
note(lambda: named.name)
note(lambda: free.y)
note(lambda: point.z)
note(lambda: delattr(point, "x"))
note(lambda: delattr(point, "z"))
note(lambda: setattr(point, "z", 1))
note(lambda: point.__dict__)
note(lambda: vars(point))
note(lambda: vars(free))
note(lambda: hasattr(point, "x"))
note(lambda: getattr(named, "name", "none"))
note(lambda: type("Made", (), {"__slots__": ("a",), "a": 1}))
note(lambda: type("Made", (), {"__slots__": ("__dict__", "__dict__")}))
note(lambda: type("Made", (), {"__slots__": 1}))
