# note: What a standard module has can be asked for before it is used.
import os
import secrets
import time

HAS_NO_COMMAND = not hasattr(os, "run_command")
CLOCK = getattr(time, "clock_of_old", None)
try:
    KEY = secrets.token_text()
except AttributeError as error:
    KEY = "fixed"
    WHY = str(error)
