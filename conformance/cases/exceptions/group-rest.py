# note: What no `except*` takes goes on as a group.
try:
    raise ExceptionGroup("settings", [ValueError("PORT"), KeyError("HOST")])
except* ValueError:
    PORT = 8000
