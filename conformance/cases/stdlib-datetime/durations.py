# note: Durations add up units, count days apart from seconds, and can be computed with.
from datetime import timedelta
SESSION = timedelta(hours=25, minutes=-30)
PARTS = [SESSION.days, SESSION.seconds, SESSION.total_seconds(), str(SESSION), repr(SESSION)]
NEGATIVE = [str(timedelta(hours=-1)), timedelta(hours=-1).days, str(timedelta(days=-1, hours=5))]
COMPUTED = [str(timedelta(1) * 2), str(timedelta(1) / 3), timedelta(1) / timedelta(hours=1), timedelta(1) // timedelta(hours=5)]
RESTS = [str(timedelta(1) % timedelta(hours=7)), str(divmod(timedelta(1), timedelta(hours=7))[1])]
EQUAL = [timedelta(minutes=60) == timedelta(hours=1), timedelta() < timedelta(seconds=1), bool(timedelta())]
SESSION_COOKIE_AGE = int(timedelta(weeks=2).total_seconds())
