# note: A builtin class cannot be made a data class, and stays as it is.
from dataclasses import dataclass, is_dataclass

ERRORS = []
for cls in (int, type, dict, Exception):
    try:
        dataclass(cls)
    except TypeError as error:
        ERRORS.append(str(error))
STILL = [is_dataclass(int), int("5")]
