# note: A module whose import failed is executed again by the next import.
ERRORS = []
for _ in range(2):
    try:
        from . import broken
    except ValueError as error:
        ERRORS.append(str(error))
from .log import RUNS
# --- config/log.py ---
RUNS = []
# --- config/broken.py ---
from .log import RUNS

RUNS.append("run")
raise ValueError("run %d" % len(RUNS))
