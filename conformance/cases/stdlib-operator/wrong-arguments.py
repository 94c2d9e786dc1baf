# note: Functions of `operator`, `itertools` and `math` refuse arguments in the words of C.
import itertools
import math
import operator


def refusal(function, *arguments, **options):
    try:
        function(*arguments, **options)
    except TypeError as error:
        return str(error)


REFUSED = [
    refusal(operator.add, 1),
    refusal(operator.add, 1, b=2),
    refusal(operator.truth),
    refusal(itertools.cycle),
    refusal(itertools.pairwise, [1], [2]),
    refusal(itertools.takewhile, len),
    refusal(math.gcd, 1, base=2),
    refusal(math.sqrt, 1, 2),
    refusal(math.perm, 1, 2, 3),
]
