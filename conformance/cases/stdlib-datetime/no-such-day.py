# note: A day that the month does not have stops the settings.
from datetime import date
LAUNCH = date(2023, 2, 29)
