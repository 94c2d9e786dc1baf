# note: A date becomes a date object, and one that the calendar lacks stops the settings.
import yaml

RELEASE = yaml.safe_load("on: 2024-02-29")
YEAR = RELEASE[True].year
BROKEN = yaml.safe_load("- 2023-02-29")
