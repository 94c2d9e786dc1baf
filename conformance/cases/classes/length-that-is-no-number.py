# note: What `__len__` gives must be a whole number that is not negative.
class Pool:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


LENGTHS = [len(Pool(3)), len(Pool(True))]
REFUSED = []
for size in (2.5, "3", None, -1):
    try:
        len(Pool(size))
    except (TypeError, ValueError) as error:
        REFUSED.append([type(error).__name__, str(error)])
