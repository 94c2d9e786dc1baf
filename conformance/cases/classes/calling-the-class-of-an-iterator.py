# note: The class of an iterator makes nothing by its name alone, save those that are built in; `object` sets no attributes of classes.
def refusal(function, *arguments):
    try:
        return function(*arguments)
    except TypeError as error:
        return str(error)


PAIRS = list(type(zip())(["a", "b"], [1, 2])), list(type(map(str, []))(str, [1])), list(type(enumerate([]))("a"))
REFUSED = [
    refusal(type(value), [1])
    for value in (iter([]), iter(()), iter({}), iter("a"), {}.keys(), (x for x in []), len, "".join, reversed([]))
]
NOTHING = type(None)()


class Plain:
    pass


class Meta(type):
    def __setattr__(cls, name, value):
        super().__setattr__(name, [value])


class Made(metaclass=Meta):
    pass


Made.LIMIT = 5
type.__setattr__(Plain, "LIMIT", 6)
LIMITS = Made.LIMIT, Plain.LIMIT
SETTING = [refusal(object.__setattr__, cls, "LIMIT", 7) for cls in (Plain, int)]
DELETING = refusal(object.__delattr__, Plain, "LIMIT")
