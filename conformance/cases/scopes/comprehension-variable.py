# note: The variable of a comprehension does not reach the module; that of a loop does.
name = "outer"
APPS = [name.lower() for name in ["A", "B"]]
AFTER_COMPREHENSION = name
for name in ["C"]:
    pass
AFTER_LOOP = name
