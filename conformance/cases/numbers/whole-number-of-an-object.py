# note: `int` and `float` of an object ask its `__int__`, `__float__` or `__index__`, and refuse what these give where it is no number.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Whole:
    def __int__(self):
        return "3"


WORDS = []
for run in (
    lambda: float(Index(3)),
    lambda: float(Index("a")),
    lambda: float(Index(None)),
    lambda: float(Index(True)),
    lambda: int(Index(7)),
    lambda: int(Index("a")),
    lambda: int(Index(True)),
    lambda: int(Whole()),
    lambda: float(Whole()),
):
    try:
        WORDS.append(run())
    except TypeError as error:
        WORDS.append(str(error))
