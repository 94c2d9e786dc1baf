# note: In place, a sequence on the right is repeated only for what has nothing of a sequence itself.
class Times:
    def __index__(self):
        return 2


def multiplied(left, right):
    left *= right
    return left


REPEATED = multiplied(2, ["a"]), multiplied(True, "b"), Times() * ["a"], multiplied(["a"], Times())
PROBLEMS = []
for left in (Times(), {}, set(), range(2), {}.keys(), None, 1.5, len, object(), ValueError()):
    try:
        multiplied(left, ["a"])
    except TypeError as error:
        PROBLEMS.append(str(error))
