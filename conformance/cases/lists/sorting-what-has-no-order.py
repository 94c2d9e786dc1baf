# note: A list that holds NaN is sorted as CPython compares its items: what has no order ends no run that falls.
NAN = float("nan")
RATES = [NAN, 1, 0], [3, 2, NAN, 1], [2, NAN, 2, 1, NAN, 0], [1, 1, 0, 0, NAN, 2], [5, 4, 4, NAN, 3, 9, 1]
SORTED = [[str(rate) for rate in sorted(rates)] for rates in RATES]
REVERSED = [[str(rate) for rate in sorted(rates, reverse=True)] for rates in RATES]


class Weight:
    compared = []

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        self.compared.append((self.value, other.value))
        return self.value < other.value


sorted(map(Weight, [3, 3, 2, 2, 1, 5, 4]))
COMPARED = Weight.compared
