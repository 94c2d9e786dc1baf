# note: A duration takes no plain number.
from datetime import timedelta
AGE = timedelta(days=1) + 3600
