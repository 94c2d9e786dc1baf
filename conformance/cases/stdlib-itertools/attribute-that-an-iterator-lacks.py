# note: What an iterator of `itertools` lacks is told with the name of its module.
from itertools import accumulate, islice, takewhile, zip_longest

PROBLEMS = []
for steps in (accumulate([1, 2]), islice("ab", 1), takewhile(bool, [1]), zip_longest([1], [2])):
    try:
        steps.from_iterable
    except AttributeError as problem:
        PROBLEMS.append(str(problem))
