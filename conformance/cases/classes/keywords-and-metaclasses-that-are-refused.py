# note: A class statement hands its keywords, mappings too, to what makes the class, which may be anything that is called with its parts.
WORDS = []


class Meta(type):
    pass


def note(make):
    try:
        WORDS.append(make())
    except TypeError as error:
        WORDS.append(str(error))


def statement(text):
    def run():
        space = {}
        exec(text, {"Meta": Meta}, space)
        return repr(space["A"]) if not isinstance(space["A"], type) else "a class"

    return run


for text in (
    "class A(metaclass=None): pass",
    "class A(metaclass=3): pass",
    "class A(metaclass=int): pass",
    "class A(metaclass=object): pass",
    "class A(metaclass=dict): pass",
    "class A(metaclass=lambda name, bases, space: [name, bases]): pass",
    "class A(dict, metaclass=int): pass",
    "class A(dict, metaclass=object): pass",
    "class A(foo=1): pass",
    "class A(**{'foo': 1}): pass",
    "class A(**{'metaclass': 3}): pass",
    "class A(**{'metaclass': Meta}): pass",
    "class A(**3): pass",
    "class A(metaclass=Meta, foo=1): pass",
):
    note(statement(text))
