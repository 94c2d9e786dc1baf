# note: Of two operands the right one is asked first where its class comes from the left one's, and an object is compared with itself too.
class Limit:
    def __eq__(self, other):
        return ["Limit"]

    def __lt__(self, other):
        return "less"

    def __gt__(self, other):
        return "greater"

    def __add__(self, other):
        return "sum"

    def __radd__(self, other):
        return "reflected"


class Inherits(Limit):
    pass


class Overrides(Limit):
    def __eq__(self, other):
        return 0

    def __gt__(self, other):
        return "greater than all"

    def __radd__(self, other):
        return "own reflected"


class OnlyReflected:
    def __radd__(self, other):
        return "reflected"


class Undecided:
    def __eq__(self, other):
        return NotImplemented

    def __ne__(self, other):
        return NotImplemented


LIMIT = Limit()
ITSELF = LIMIT == LIMIT, LIMIT != LIMIT, [LIMIT] == [LIMIT], LIMIT in [LIMIT]
EQUAL = Limit() == Overrides(), Overrides() == Limit(), 3 == Limit(), Limit() != Overrides()
ORDERED = Limit() < Inherits(), Limit() < Overrides(), Overrides() > Limit(), 3 < Limit()
ADDED = Limit() + Inherits(), Limit() + Overrides(), Overrides() + Limit(), 3 + Limit()
ONE = Undecided()
UNDECIDED = ONE == ONE, ONE != ONE, ONE == Undecided(), ONE != Undecided(), ONE == 3
try:
    OnlyReflected() + OnlyReflected()
except TypeError as error:
    REFUSED = str(error)
