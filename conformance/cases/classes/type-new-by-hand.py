# note: `type.__new__` asks for a metaclass, a name, bases and a namespace, and `type.__setattr__` for a class.
class Meta(type):
    pass


WORDS = []
for call in (
    lambda: type.__new__(0, "", 0, {}), lambda: type.__new__(int, "", (), {}), lambda: type.__new__(),
    lambda: type.__new__(Meta), lambda: type.__new__(Meta, "A"), lambda: type.__new__(Meta, 5, (), {}),
    lambda: type.__new__(Meta, "A", [], {}), lambda: type.__new__(Meta, "A", (), None),
    lambda: type.__setattr__(5, "a", 1), lambda: type.__delattr__("", "a"), lambda: object.__setattr__(Meta, "a", 1),
):
    try:
        call()
    except TypeError as error:
        WORDS.append(str(error))
MADE = type.__new__(Meta, "Made", (), {"PORT": 8000}).PORT
