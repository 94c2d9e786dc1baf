# note: The value comes first, then the targets from left to right, each with its own index.
LOG = []


def at(index):
    LOG.append(index)
    return index


SLOTS = [0, 0, 0]
SLOTS[at(0)] = SLOTS[at(1)] = at("value")
INDEX = 0
INDEX, SLOTS[INDEX] = 2, "uses the new index"
