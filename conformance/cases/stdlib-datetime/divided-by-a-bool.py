# note: A bool divides a duration as the number that it is.
from datetime import timedelta

HOUR = timedelta(hours=1)
PARTS = [HOUR / True, HOUR // True, HOUR * True]
WORDS = []
for divide in (lambda: HOUR / False, lambda: HOUR // False, lambda: HOUR / 0):
    try:
        divide()
    except ZeroDivisionError as error:
        WORDS.append(str(error))
