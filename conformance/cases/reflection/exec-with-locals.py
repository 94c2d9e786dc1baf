# note: `exec` with locals of its own binds there, and functions in its text see the globals only.
settings, extra = {"base": 1}, {}
exec("limit = base + 1\ndef double(n):\n    return n * 2\nresult = double(limit)", settings, extra)
LIMIT = extra["limit"]
RESULT = extra["result"]
NAMES = sorted(extra)
GLOBALS = sorted(settings)
TOTAL = eval("base + limit", settings, {"limit": 10})
try:
    exec("port = 80\ndef show():\n    return port\nshow()", {}, {})
except NameError as error:
    MISSING = str(error)
