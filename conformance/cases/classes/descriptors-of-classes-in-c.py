# note: An attribute of a class that is written in C is no property.
# unknown: DAYS, CAUSE
from datetime import timedelta
from pathlib import Path

DAYS = timedelta.days
CAUSE = ValueError.__cause__
PROPERTIES = [type(one).__name__ for one in (Path.name, Path.parent)]
