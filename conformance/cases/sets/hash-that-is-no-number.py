# note: A key is hashed by its class, which has to give a number.
class Port:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        HASHED.append(self.number)
        return self.number

    def __eq__(self, other):
        return self.number == other.number


HASHED, WORDS = [], []
for use in (
    lambda: {Port(None)}, lambda: {Port("80"): 1}, lambda: hash(Port(1.5)), lambda: {}[Port([])], lambda: set().add(Port(None)),
    lambda: Port("") in {}, lambda: {}.get(Port("")),
):
    try:
        use()
    except TypeError as error:
        WORDS.append(str(error))
ONE = {Port(8000)} is not None
