# note: The fields of a date have to fit into a C int before they are looked at.
from datetime import date, datetime

PROBLEMS = []
for value in [2**31, -2**31 - 1, 2**63, -2**63 - 1, 2**31 - 1]:
    for make in [lambda: date(2024, value, 1), lambda: date(value, 1, 1), lambda: datetime(2024, 1, 1, value)]:
        try:
            make()
        except (ValueError, OverflowError) as error:
            PROBLEMS.append([type(error).__name__, str(error)])
for value in [8, None, True, 2.5, "a"]:
    try:
        int.from_bytes(value, "big")
    except TypeError as error:
        PROBLEMS.append(str(error))
