# note: The system is asked to delete a variable before Python looks whether it is there.
import os

ERRORS = []
for name in ("", "A=B", "ABSENT"):
    try:
        del os.environ[name]
    except (OSError, KeyError) as error:
        ERRORS.append([type(error).__name__, str(error)])
