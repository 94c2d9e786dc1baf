# note: What an annotated target is made of is worked out, in functions too, also where nothing is assigned to it.
CALLS = []


def called(name):
    CALLS.append(name)
    return {}


called("module")["key"]: int
called("attribute").field: int


class Plan:
    called("class")["key"]: str
    (free): int


def function():
    called("function")[called("index") and 0]: undefined


function()
NAMES = list(Plan.__annotations__)
