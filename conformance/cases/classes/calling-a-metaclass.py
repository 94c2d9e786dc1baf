# note: A metaclass is called with a name, bases and a namespace, and says so in its own words where it is not.
from abc import ABCMeta


class Meta(type):
    pass


class Abstract(ABCMeta):
    pass


def refused(call):
    try:
        return call().__name__
    except TypeError as error:
        return str(error)


MADE = [refused(lambda: Meta("Made", (), {})), refused(lambda: ABCMeta("Made", (), {"SIZE": 3}))]
SIZE = ABCMeta("Made", (), {"SIZE": 3}).SIZE
REFUSED = [
    refused(lambda: Meta(1)),
    refused(lambda: Meta("Made", ())),
    refused(lambda: ABCMeta()),
    refused(lambda: ABCMeta(1)),
    refused(lambda: ABCMeta("Made", (), {}, 1)),
    refused(lambda: ABCMeta("Made", (), namespace={})),
    refused(lambda: Abstract(1)),
]


@ABCMeta
class Late:
    pass
