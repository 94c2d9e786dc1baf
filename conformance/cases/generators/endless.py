# note: An endless generator is fine as long as its user stops.
def ids(start=1):
    while True:
        yield start
        start += 1


SITE_IDS = dict(zip(["main", "shop", "blog"], ids()))
FIRST_BIG = next(number for number in ids() if number > 10)
HAS_FIVE = 5 in ids()
