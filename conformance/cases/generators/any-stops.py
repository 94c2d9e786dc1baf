# note: `any`, `all` and `in` stop at the item that decides.
LOG = []


def is_set(value):
    LOG.append(value)
    return value


ANY = any(is_set(value) for value in [0, 1, 2])
ALL = all(is_set(value) for value in [3, 0, 4])
FOUND = 5 in (is_set(value) for value in [5, 6])
