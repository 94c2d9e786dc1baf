# note: Dates that are written down can be shown, compared and shifted.
from datetime import date, datetime, timedelta, timezone
LAUNCH = date(2024, 2, 28)
NEXT = str(LAUNCH + timedelta(days=2))
TEXTS = [LAUNCH.isoformat(), str(LAUNCH), f"{LAUNCH:%d.%m.%Y}", LAUNCH.strftime("%d/%m/%Y")]
PARTS = [LAUNCH.year]
BETWEEN = (date(2024, 3, 1) - LAUNCH).days
COMPARED = [LAUNCH < date(2024, 3, 1), LAUNCH == date(2024, 2, 28), max(LAUNCH, date(2023, 1, 1)).year]
MOMENT = datetime(2024, 1, 2, 3, 4, 5)
MOMENTS = [str(MOMENT), MOMENT.isoformat(), str(MOMENT + timedelta(hours=22)), str(MOMENT.date()), MOMENT.strftime("%H:%M")]
AWARE = datetime(2024, 1, 2, tzinfo=timezone.utc).isoformat()
