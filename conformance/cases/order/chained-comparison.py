# note: A chain stops at the first false link, and each middle operand is worked out once.
LOG = []


def value(number):
    LOG.append(number)
    return number


WITHIN = value(1) < value(5) < value(3) < value(9)
