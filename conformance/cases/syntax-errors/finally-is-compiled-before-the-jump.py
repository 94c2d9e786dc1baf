# note: Of a jump that is nowhere allowed, and another in the `finally` that it leaves through, the one in the `finally` is told.
import os

DEBUG = False
try:
    SECRET_KEY = os.environ["SECRET_KEY"]
    break
finally:
    continue
