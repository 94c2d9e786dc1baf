# note: An OrderedDict takes apart whatever it is made of or updated with, texts too.
from collections import OrderedDict

WORDS = []
for pairs in ("b", "bc", ["ab", "c"], [("a", 1, 2)], [1], [[]]):
    for make in (OrderedDict, OrderedDict().update):
        try:
            make(pairs)
        except (TypeError, ValueError) as error:
            WORDS.append(str(error))
HOSTS = OrderedDict(["ab"])
HOSTS.update([("c", 1)], d=2)
HOSTS.update({"e": 3})
KEYS = list(HOSTS)
