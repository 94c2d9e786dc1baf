# note: Names are bound before the guard, which may bind them anew; where a pattern does not fit, they are left alone.
# unknown: PORT, KIND
import socket

match 1:
    case 2 if (SKIPPED := 1):
        pass
    case REBOUND if (REBOUND := 2):
        pass

PORT = 1
match {"host": socket.gethostname(), "port": 5432}:
    case {"host": "web-1", "port": PORT} if PORT > 1:
        KIND = "first"
    case _:
        KIND = "other"
BOUND = sorted(name for name in globals() if name in ("REBOUND", "SKIPPED"))
