# note: int() of a variable that is set to nothing stops the settings.
# env: WORKERS=
import os

WORKERS = int(os.environ.get("WORKERS", 4))
