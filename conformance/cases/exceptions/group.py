# note: `except*` takes the exceptions of a group apart by type.
CAUGHT = []
try:
    raise ExceptionGroup("settings", [ValueError("PORT"), KeyError("HOST"), TypeError("DEBUG")])
except* ValueError as group:
    CAUGHT.append([str(error) for error in group.exceptions])
except* (KeyError, TypeError) as group:
    CAUGHT.append(len(group.exceptions))
