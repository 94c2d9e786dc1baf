# note: A namedtuple has at most as many defaults as fields, and a text is a default for each of its letters.
from collections import namedtuple

Queue = namedtuple("Queue", "name rate", defaults="ab")
LETTERS = tuple(Queue())
try:
    namedtuple("Queue", "name rate", defaults="slow")
except TypeError as error:
    REFUSED = str(error)
