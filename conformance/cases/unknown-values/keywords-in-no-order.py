# note: What is refused of items whose order is not known is said in words that are not known either.
# unknown: SAID
from collections import Counter

try:
    (lambda **rest: rest)(**Counter({5, 10}))
except TypeError as error:
    SAID = str(error)
