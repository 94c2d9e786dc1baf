# note: A reader of items or attributes is an object of its class, with a text, and refuses what it cannot read.
import operator

port, both, named = operator.itemgetter("port"), operator.itemgetter(0, 1), operator.attrgetter("a.b", "c")
TEXTS = [repr(port), repr(both), repr(named)]
KINDS = [type(port).__name__, type(port) is operator.itemgetter, isinstance(named, operator.attrgetter), callable(port)]
FOUND = [port({"port": 25}), both("ab"), list(map(operator.itemgetter(0), ["web", "api"]))]


def refused(attempt):
    try:
        return attempt()
    except (TypeError, AttributeError) as error:
        return [type(error).__name__, str(error)]


REFUSED = [
    refused(lambda: port.name),
    refused(lambda: setattr(port, "name", 1)),
    refused(lambda: port.__name__),
    refused(lambda: port()),
    refused(lambda: both("ab", "cd")),
    refused(lambda: port(x=1)),
    refused(lambda: operator.itemgetter(x=1)),
    refused(lambda: port + 1),
    refused(lambda: sorted([port, both])),
    refused(lambda: type("Getter", (operator.itemgetter,), {})),
]
