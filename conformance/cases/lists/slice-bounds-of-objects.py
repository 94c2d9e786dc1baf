# note: A slice takes what has `__index__` for a bound, of lists, texts and ranges, and in `slice.indices`.
class Place:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        return self.at


SECOND, WRONG = Place(1), Place("1")
HOSTS = ["a.org", "b.org", "c.org"]
TAIL = HOSTS[SECOND:], "abc"[SECOND:], tuple(HOSTS)[::SECOND], range(5)[SECOND:], b"abc"[:SECOND]
INDICES = slice(SECOND, None).indices(3)
CHANGED = list(HOSTS)
CHANGED[SECOND:] = ["z.org"]
del HOSTS[SECOND:]
PROBLEMS = []
for bound in (WRONG, 1.5, "1"):
    try:
        CHANGED[bound:]
    except TypeError as error:
        PROBLEMS.append(str(error))
