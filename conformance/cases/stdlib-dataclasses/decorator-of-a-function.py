# note: A data class is made of a class: a function is refused for want of bases.
from dataclasses import dataclass

REFUSED = []
for given in (lambda: None, 5):
    try:
        dataclass(given)
    except AttributeError as error:
        REFUSED.append(str(error))
