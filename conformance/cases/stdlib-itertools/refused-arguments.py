# note: Each iterator refuses its arguments in its own words, and `tee` asks for nothing where it is to give nothing.
import itertools

NO_COPIES = itertools.tee(5, 0)
BY_TRUTH = [list(itertools.combinations("ab", True)), list(itertools.permutations("ab", True))]


def refused(make, *arguments, **named):
    try:
        return list(make(*arguments, **named))
    except (TypeError, ValueError, OverflowError) as error:
        return [type(error).__name__, str(error)]


COMBINATIONS = [refused(itertools.combinations, "ab", size) for size in (None, "2", 1.0, 10**30, -1)]
PERMUTATIONS = [refused(itertools.permutations, "ab", size) for size in (None, "2", 1.0, range(2), 10**30, -1)]
WHICH_FIRST = [refused(itertools.combinations, 5, "2"), refused(itertools.permutations, 5, "2")]
TEES = [refused(itertools.tee, 5, count) for count in (-1, None, "2", 10**30, 1)]
PRODUCTS = [refused(itertools.product, "ab", repeat=count) for count in (None, "2", 1.5, 10**30)]
REPEATS = [refused(itertools.repeat, "ab", count) for count in (None, "2", 10**30, -1)]
BATCHES = [refused(itertools.batched, 5, count) for count in (None, 0, True, 10**30)]
SLICES = [
    refused(itertools.islice, *arguments)
    for arguments in (
        ("abc",),
        ("abc", 1, 2, 1, 1),
        ("abc", -1),
        ("abc", -2),
        ("abc", "1"),
        ("abc", 10**30),
        ("abc", "1", 2),
        ("abc", -1, 2),
        ("abc", 1, -1),
        ("abc", 1, -2),
        ("abc", 1, 2, 0),
        ("abc", 1, 2, "1"),
        ("abc", 1, None, 10**30),
    )
]
COUNTS = [refused(itertools.count, *arguments) for arguments in (("a",), (1, None), ([], 1))]
CONDITIONS = [refused(make, None, [1, 0]) for make in (itertools.takewhile, itertools.dropwhile, itertools.filterfalse)]
NO_NAMES = refused(itertools.chain, "ab", strict=True)
