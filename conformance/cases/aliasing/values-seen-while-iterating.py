# note: Who goes over a dict, or backwards over a list, sees the values that it has by then, and an error where its size changed.
FOUND = []
NUMBERS = {"a": 1, "b": 2, "c": 3}
for key, value in NUMBERS.items():
    FOUND.append((key, value))
    NUMBERS["c"] = value * 10
VALUES = {"a": 1, "b": 2}
DOUBLED = {key: VALUES.update(b=9) or value for key, value in VALUES.items()}
BACKWARDS = [VALUES.update(a=7) or value for value in reversed(VALUES.values())]
TOTAL = sum(VALUES.update(b=value * 10) or value for value in VALUES.values())
ROWS = [1, 2, 3]
ROWS_FOUND = []
for row in reversed(ROWS):
    ROWS_FOUND.append(row)
    ROWS[0] = 7
FROM_THE_END = reversed(ROWS)
ROWS.append(9)
REST = list(FROM_THE_END)

ERRORS = []
STEPS = iter(VALUES)
next(STEPS)
VALUES["z"] = 1
for _ in range(2):
    try:
        next(STEPS)
    except RuntimeError as error:
        ERRORS.append(str(error))
    VALUES.pop("z", None)
try:
    for key in reversed(VALUES):
        del VALUES[key]
except RuntimeError as error:
    ERRORS.append(str(error))
