# note: Dates that are written down are compared, moved, read and written exactly; only the clock's are not known.
from datetime import date, datetime, timedelta, timezone

LAUNCH = datetime.strptime("2024-02-29 08:30", "%Y-%m-%d %H:%M").replace(tzinfo=timezone.utc)
LAUNCHED = LAUNCH.isoformat(), str(LAUNCH), LAUNCH.tzinfo is timezone.utc
SAME_INSTANT = datetime(2024, 2, 29, 10, 30, tzinfo=timezone(timedelta(hours=2))) == LAUNCH
SALE = {date(2024, 11, 29): "friday"}.get(date(2024, 11, 28) + timedelta(days=1))
LAST_DAY = str(date(2024, 3, 1) - timedelta(hours=30)), str(datetime(2024, 3, 1) - timedelta(hours=30))
DAYS_OPEN = (date(2025, 1, 1) - LAUNCH.date()).days
RELEASE = f"{LAUNCH:%Y%m%d}", LAUNCH.strftime("%H:%M"), repr(datetime(2024, 1, 2))
FROM_TEXT = str(datetime.fromisoformat("2024-05-06T07:08:09+02:00")), str(date.fromisoformat("2024-05-06"))
ZONES = [str(timezone(timedelta(hours=-3))), str(timezone(timedelta(0), "Z")), str(timezone.utc)]
IS_DATE = isinstance(LAUNCH, date), date(2024, 1, 1) == datetime(2024, 1, 1)
try:
    BROKEN = datetime.strptime("29.02.2023", "%d.%m.%Y")
except ValueError as error:
    BROKEN = str(error)
try:
    OLD = datetime(2024, 1, 1) < LAUNCH
except TypeError as error:
    OLD = str(error)
