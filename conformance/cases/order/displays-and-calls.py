# note: Keys come before their values, arguments from left to right, stars where they stand.
LOG = []


def step(value):
    LOG.append(value)
    return value


def collect(*args, **kwargs):
    return (args, kwargs)


MAPPING = {step("k1"): step("v1"), **{step("k2"): step("v2")}}
CALLED = collect(step(1), *[step(2)], key=step(3), **{"more": step(4)})
