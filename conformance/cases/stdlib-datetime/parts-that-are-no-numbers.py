# note: The parts of a duration are added up from the smallest on: that which is no number is told first.
from datetime import timedelta

MESSAGES = []
for parts in [{"days": "1", "seconds": None}, {"weeks": [], "hours": {}}, {"microseconds": "x", "days": 1}]:
    try:
        timedelta(**parts)
    except TypeError as error:
        MESSAGES.append(str(error))
