# note: An augmented target is worked out once: container and key, then the value, then the store.
LOG = []


def key(name):
    LOG.append(name)
    return name


COUNTS = {"a": 1}
COUNTS[key("a")] += len(LOG) + 10
