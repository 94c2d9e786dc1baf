# note: `super` tells a class that is no subtype by its whole name, as those written in C have it.
import collections
import itertools

WORDS = []
for one in (itertools.count, itertools.chain, zip, dict, collections.OrderedDict, collections.deque, 2.5):
    try:
        super(int, one)
    except TypeError as error:
        WORDS.append(str(error))
