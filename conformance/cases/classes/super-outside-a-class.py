# note: `super()` says what it misses: a first parameter, its value, the class around, or that this class is not made yet.
def plain(value):
    return super()


def bare(*values, first=None):
    return super()


def deleted(value):
    del value
    return super()


def changed(value):
    value = plain
    return super()


REFUSED = []
for attempt in (
    lambda: plain(1), lambda: bare(1), lambda: deleted(1), lambda: changed(1), lambda: (lambda value: super())(1),
    lambda: list(super() for _ in "a"),
):
    try:
        REFUSED.append(attempt())
    except RuntimeError as error:
        REFUSED.append(str(error))


class Backend:
    def parent(self):
        return super()

    def own(self):
        return __class__

    for early in (parent, own):
        try:
            early(1)
        except (RuntimeError, NameError) as error:
            REFUSED.append(str(error))

    def forgetful(self):
        del self
        return super()


try:
    Backend().forgetful()
except RuntimeError as error:
    REFUSED.append(str(error))
