# note: Durations are added, multiplied and compared exactly, and days and seconds are kept apart.
from datetime import timedelta, date, datetime
import datetime as dt
LIFETIME = timedelta(minutes=5)
SIMPLE_JWT = {'ACCESS_TOKEN_LIFETIME': timedelta(hours=1), 'REFRESH_TOKEN_LIFETIME': dt.timedelta(days=1)}
SUM = timedelta(hours=1) + timedelta(minutes=30), 2 * timedelta(days=1), timedelta(days=1) / 2, timedelta(days=1) - timedelta(hours=1)
SECONDS = int(timedelta(days=365).total_seconds()), timedelta(hours=25).days, timedelta(hours=25).seconds
COMPARED = timedelta(hours=1) > timedelta(minutes=59), timedelta(weeks=1) == timedelta(days=7)
NEGATIVE = -timedelta(seconds=5)
TEXT = str(timedelta(days=1, hours=2, seconds=3))
