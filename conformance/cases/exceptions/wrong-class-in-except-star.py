# note: What `except*` names must be classes of exceptions; the error is of the line that names them.
PORT = 80
try:
    raise ExceptionGroup("settings", [ValueError("PORT")])
except* "ValueError":
    PORT = 8000
