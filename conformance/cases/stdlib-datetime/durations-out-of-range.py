# note: Durations are counted exactly, have at most 999999999 days, and take numbers apart in CPython's order.
from datetime import date, datetime, timedelta, timezone

DAY = timedelta(days=1)
EXACT = DAY / True, DAY * 0.1, timedelta(days=1.1, hours=0.3, microseconds=0.5), DAY / 3, DAY // 7, timedelta(microseconds=1.5)
LARGE = (-timedelta.min).total_seconds(), abs(timedelta.min).days, timedelta.max.total_seconds()
ITSELF = date(2024, 2, 28) == date(2024, 2, 28)
WORDS = []
for made in (
    lambda: DAY * 10**9,
    lambda: DAY * 2**63,
    lambda: DAY + timedelta(999999999),
    lambda: -timedelta(999999999) - DAY,
    lambda: DAY * 1e300,
    lambda: DAY * float("inf"),
    lambda: DAY * float("nan"),
    lambda: DAY / float("inf"),
    lambda: DAY / False,
    lambda: DAY / 0.0,
    lambda: DAY % timedelta(0),
    lambda: divmod(DAY, timedelta(0)),
    lambda: timedelta(days=10**9),
    lambda: timedelta(days=1e300),
    lambda: timedelta(hours="", minutes=float("inf")),
    lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8),
    lambda: timedelta(1, days=2),
    lambda: timedelta(dayz=2),
    lambda: date(2024, 1, 1, 1),
    lambda: datetime(2024, 1, 1, tzinfo=3),
    lambda: datetime(2024, 1, 1, fold=2),
    lambda: timezone(3),
    lambda: timezone(timedelta(hours=24)),
    lambda: timezone(DAY / 24, 3),
):
    try:
        WORDS.append(made())
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error:
        WORDS.append([type(error).__name__, str(error)])
