# note: Decorators are made from the top, applied from the bottom; defaults come before the function.
LOG = []


def tag(name):
    LOG.append("make " + name)

    def apply(target):
        LOG.append("apply " + name)
        return target

    return apply


def default():
    LOG.append("default")


@tag("outer")
@tag("inner")
def view(request=default()):
    pass
